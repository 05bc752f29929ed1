/** Certificates for tests, made by openssl. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** For `describeWithPeer`. */
export const OPENSSL = { name: "openssl", probe: ["openssl", "version"] } as const;

/** PEM texts. */
export interface Issued {
  readonly key: string;
  readonly cert: string;
}

export interface Authority extends Issued {
  /** Issues a certificate for `127.0.0.1`, with an RSA key. */
  issue(name: string, how?: { days?: number; authority?: boolean }): Issued;
}

export function makeAuthority(name = "Test CA"): Authority {
  return inFolder((folder) => {
    openssl(folder, [
      ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", `/CN=${name}`],
      ...["-addext", "keyUsage=critical,keyCertSign,cRLSign", "-keyout", "key", "-out", "cert"],
    ]);
    return withIssue(read(folder));
  });
}

/** The key and certificate as PKCS #12, encrypted. */
export function pkcs12({ key, cert }: Issued, passphrase: string): Buffer {
  return inFolder((folder) => {
    writeFileSync(join(folder, "key"), key);
    writeFileSync(join(folder, "cert"), cert);
    const output = ["-out", "pfx", "-passout", `pass:${passphrase}`];
    openssl(folder, ["pkcs12", "-export", "-inkey", "key", "-in", "cert", ...output]);
    return readFileSync(join(folder, "pfx"));
  });
}

function withIssue(authority: Issued): Authority {
  return { ...authority, issue: (name, how) => issue(authority, name, how) };
}

function issue(
  authority: Issued,
  name: string,
  { days = 2, authority: isAuthority = false }: { days?: number; authority?: boolean } = {},
): Issued {
  return inFolder((folder) => {
    writeFileSync(join(folder, "ca-key"), authority.key);
    writeFileSync(join(folder, "ca-cert"), authority.cert);
    writeFileSync(
      join(folder, "extensions"),
      isAuthority
        ? "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n"
        : "basicConstraints=CA:FALSE\nsubjectAltName=IP:127.0.0.1,DNS:localhost\nsubjectKeyIdentifier=hash\n",
    );
    const request = ["req", "-newkey", "rsa:2048", "-nodes", "-subj", `/CN=${name}`];
    openssl(folder, [...request, "-keyout", "key", "-out", "request"]);
    const by = ["-CA", "ca-cert", "-CAkey", "ca-key", "-CAcreateserial"];
    const sign = ["x509", "-req", "-in", "request", "-out", "cert", "-extfile", "extensions"];
    openssl(folder, [...sign, ...by, "-days", String(days)]);
    return read(folder);
  });
}

function read(folder: string): Issued {
  const text = (name: string) => readFileSync(join(folder, name), "utf8");
  return { key: text("key"), cert: text("cert") };
}

function openssl(cwd: string, args: readonly string[]): void {
  execFileSync("openssl", args, { cwd, stdio: "pipe" });
}

/** Runs `work` with a temporary folder, and removes the folder. */
export function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "certificates-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
