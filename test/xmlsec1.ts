/** xmlsec1, the independent implementation of signatures and encryption. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inFolder } from "./certificates.js";

/** For `describeWithPeer`. */
export const XMLSEC1 = { name: "xmlsec1", probe: ["xmlsec1", "--version"] } as const;

const WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

/** The ID attributes: xmlsec1 needs a declaration for each kind of element. */
const IDS = ["Body", "Timestamp", "UsernameToken", "BinarySecurityToken", "Security", "Action"];

/**
 * Runs xmlsec1 on an XML text, with `files` in its folder.
 *
 * @returns its output, and the content of the file `out`
 */
export function xmlsec1(
  xml: string,
  args: readonly string[],
  files: Readonly<Record<string, string>>,
): { readonly ok: boolean; readonly said: string; readonly out: string } {
  return inFolder((folder) => {
    for (const [name, text] of Object.entries({ ...files, xml, out: "" })) {
      writeFileSync(join(folder, name), text);
    }
    const ids = [
      "http://schemas.xmlsoap.org/soap/envelope/",
      "http://www.w3.org/2003/05/soap-envelope",
      WSU,
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd",
      "http://www.w3.org/2005/08/addressing",
    ].flatMap((namespace) => IDS.flatMap((name) => ["--id-attr:Id", `${namespace}:${name}`]));
    const run = spawnSync("xmlsec1", [...args, ...ids, "xml"], { cwd: folder, encoding: "utf8" });
    const said = run.stdout + run.stderr;
    return { ok: run.status === 0, said, out: readFileSync(join(folder, "out"), "utf8") };
  });
}

/** Verifies the signature of an envelope with a certificate, and reports the number of valid references. */
export function verifiedBy(xml: string, cert: string): string {
  const { ok, said } = xmlsec1(
    xml,
    [
      ...["--verify", "--pubkey-cert-pem", "cert", "--node-xpath"],
      "//*[local-name()='Security']/*[local-name()='Signature']",
    ],
    { cert },
  );
  return ok ? (/SignedInfo References \(ok\/all\): (\d+\/\d+)/.exec(said)?.[1] ?? said) : said;
}
