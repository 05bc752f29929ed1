/** Security objects of node-soap as transports: their effects on the connection. */
import {
  type HttpTransportOptions,
  httpTransport,
  ntlm,
  type TlsOptions,
  type Transport,
} from "../http/index.js";
import type { NodeSoapOptions, NodeSoapSecurity } from "./security.js";

/**
 * Creates the transport for Node with the options that a security object of node-soap sets for the connection:
 * `ClientSSLSecurity`, `ClientSSLSecurityPFX`, `NTLMSecurity`, and the TLS options of other objects.
 *
 * @param options further options of the transport; the object overrides its TLS options
 *
 * @example
 * const transport = cookies(nodeSoapTransport(new ClientSSLSecurity("key.pem", "cert.pem", "ca.pem")));
 */
export function nodeSoapTransport(
  security: NodeSoapSecurity,
  options: HttpTransportOptions = {},
): Transport {
  const set: NodeSoapOptions = {};
  security.addOptions?.(set);
  const all = { ...options, tls: { ...options.tls, ...tlsOf(set) } };
  if (set.ntlm !== true) return httpTransport(all);
  const { username = "", password = "", domain = "", workstation = "" } = set;
  return ntlm({ username, password, domain, workstation }, all);
}

/** The TLS options that are set; the objects set some to `null`. */
function tlsOf(options: NodeSoapOptions): TlsOptions {
  return Object.fromEntries(
    TLS_OPTIONS.map((name) => [name, options[name]] as const).filter(
      ([, value]) => value !== undefined && value !== null,
    ),
  );
}

const TLS_OPTIONS = [
  "ca",
  "cert",
  "key",
  "pfx",
  "passphrase",
  "servername",
  "minVersion",
  "maxVersion",
  "ciphers",
  "rejectUnauthorized",
  "checkServerIdentity",
] as const satisfies readonly (keyof TlsOptions)[];
