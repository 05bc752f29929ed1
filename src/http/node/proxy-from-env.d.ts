declare module "proxy-from-env" {
  /** The proxy for an address by HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY; `""` where it is reached directly. */
  export function getProxyForUrl(url: string | URL): string;
}
