declare module "proxy-from-env" {
  /** The proxy for an address by HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY; `""` if it needs no proxy. */
  export function getProxyForUrl(url: string | URL): string;
}
