/** What a transport shows and trusts where it speaks TLS. */
import type { SecureContextOptions, ConnectionOptions as TlsConnectionOptions } from "node:tls";
import { ConnectionError } from "../../errors/index.js";

/**
 * As `node:tls` has them. Texts in PEM, or bytes: `ca` in place of the authorities known to Node; a client certificate
 * as `cert` and `key`, or as `pfx` (PKCS #12), with the `passphrase` of either.
 */
export type TlsOptions = Readonly<
  Pick<
    SecureContextOptions,
    "ca" | "cert" | "key" | "pfx" | "passphrase" | "minVersion" | "maxVersion" | "ciphers"
  > &
    Pick<TlsConnectionOptions, "servername" | "rejectUnauthorized" | "checkServerIdentity">
>;

/**
 * What each connection to a service is made with; keys and certificates are read once.
 *
 * @throws ConnectionError where they can't be: a damaged file, a wrong passphrase, a key of another certificate
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
      { cause: error },
    );
  }
}
