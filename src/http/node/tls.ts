/** The certificates and authorities of a transport's TLS connections. */
import type { SecureContextOptions, ConnectionOptions as TlsConnectionOptions } from "node:tls";
import { ConnectionError } from "../../errors/index.js";

/**
 * TLS options of `httpTransport`, as in `node:tls`, in PEM or as bytes: `ca` replaces the authorities that Node trusts; a
 * client certificate is `cert` and `key`, or `pfx` (PKCS #12), with the `passphrase` of either. With
 * `rejectUnauthorized: false` any server can pretend to be the service: use it in tests only.
 */
export type TlsOptions = Readonly<
  Pick<
    SecureContextOptions,
    "ca" | "cert" | "key" | "pfx" | "passphrase" | "minVersion" | "maxVersion" | "ciphers"
  > &
    Pick<TlsConnectionOptions, "servername" | "rejectUnauthorized" | "checkServerIdentity">
>;

/**
 * The options of each connection to a service; keys and certificates are read once.
 *
 * @throws ConnectionError if they are invalid: a damaged file, a wrong passphrase, a key of another certificate
 */
export function tlsConnection(options: TlsOptions): TlsConnectionOptions {
  const { servername, rejectUnauthorized, checkServerIdentity, ...context } = options;
  try {
    return {
      secureContext: process.getBuiltinModule("node:tls").createSecureContext(context),
      ...(servername !== undefined && { servername }),
      ...(rejectUnauthorized !== undefined && { rejectUnauthorized }),
      ...(checkServerIdentity !== undefined && { checkServerIdentity }),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConnectionError(
      `The certificates and keys of the transport's tls options can't be used: ${why}.`,
      { cause: error, delivery: "not-sent" },
    );
  }
}
