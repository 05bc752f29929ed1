/**
 * The Authorization header of Digest authentication (RFC 7616 §3.4, RFC 2069). It is computed here: the libraries that are
 * maintained support MD5 alone, or bring a client of their own.
 */
import { SecurityError } from "../../errors/index.js";
import type { Challenge } from "./challenge.js";

/** A user and its password. */
export interface DigestCredentials {
  /** The name of the user; it must not contain a colon. */
  readonly username: string;
  /** The password. It is never sent: only a hash of it is. */
  readonly password: string;
}

/** The parts of a request that its header covers. */
export interface CoveredRequest {
  readonly method: string;
  /** The path with the query. */
  readonly uri: string;
  /** `undefined` if the body is streamed, so that it cannot be covered. */
  readonly body: string | Uint8Array | undefined;
}

/** The hash functions of `node:crypto` by the names of the algorithms (RFC 7616 §6.1). */
const HASHES: ReadonlyMap<string, string> = new Map([
  ["md5", "md5"],
  ["sha-256", "sha256"],
  ["sha-512-256", "sha512-256"],
]);

/** Whether the algorithm and the protection of a challenge are supported. */
export function isSupported(challenge: Challenge): boolean {
  return (
    challenge.has("realm") &&
    challenge.has("nonce") &&
    HASHES.has(algorithmOf(challenge).name) &&
    (qopsOf(challenge).length === 0 || qopsOf(challenge).some((qop) => QOPS.has(qop)))
  );
}

const QOPS: ReadonlySet<string> = new Set(["auth", "auth-int"]);

function algorithmOf(challenge: Challenge): { readonly name: string; readonly isSession: boolean } {
  const name = challenge.get("algorithm")?.toLowerCase() ?? "md5";
  return { name: name.replace(/-sess$/, ""), isSession: name.endsWith("-sess") };
}

function qopsOf(challenge: Challenge): readonly string[] {
  const items = challenge.get("qop")?.toLowerCase().split(",") ?? [];
  return items.map((item) => item.trim()).filter((item) => item !== "");
}

/** The use of one challenge: the nonce with the number of its requests. */
export class DigestSession {
  readonly #challenge: Challenge;
  readonly #credentials: DigestCredentials;
  readonly #cnonce: string;
  /** The hash of the credentials; for a session computed once, with the first nonce (RFC 7616 §3.4.2). */
  readonly #secret: string;
  #nonce: string;
  #count = 0;

  /** @param cnonce random, and hard to guess */
  constructor(challenge: Challenge, credentials: DigestCredentials, cnonce = randomText()) {
    this.#challenge = challenge;
    this.#credentials = credentials;
    this.#cnonce = cnonce;
    this.#nonce = challenge.get("nonce") ?? "";
    const { username, password } = credentials;
    const secret = this.#hash(`${utf8(username)}:${this.#realm}:${utf8(password)}`);
    this.#secret = algorithmOf(challenge).isSession
      ? this.#hash(`${secret}:${this.#nonce}:${cnonce}`)
      : secret;
  }

  get #realm(): string {
    return this.#challenge.get("realm") ?? "";
  }

  /** Uses the next nonce that the server announced (RFC 7616 §3.5). */
  set nextNonce(nonce: string) {
    this.#nonce = nonce;
    this.#count = 0;
  }

  /** The header of the next request. @throws SecurityError if the server wants a hash of a streamed body */
  authorization({ method, uri, body }: CoveredRequest): string {
    const qops = qopsOf(this.#challenge);
    const qop = ["auth", "auth-int"].find((each) => qops.includes(each));
    const parts = [method, uri];
    if (qop === "auth-int") {
      if (body === undefined) throw unhashable();
      parts.push(this.#hash(typeof body === "string" ? utf8(body) : body));
    }
    const covered = this.#hash(parts.join(":"));
    this.#count++;
    const nc = this.#count.toString(16).padStart(8, "0");
    const proof = qop === undefined ? [] : [nc, this.#cnonce, qop];
    const response = this.#hash([this.#secret, this.#nonce, ...proof, covered].join(":"));
    const fields = [
      ...this.#user(),
      `realm=${quoted(this.#realm)}`,
      `nonce=${quoted(this.#nonce)}`,
      `uri=${quoted(uri)}`,
      `response="${response}"`,
    ];
    const { algorithm, opaque } = Object.fromEntries(this.#challenge);
    if (algorithm !== undefined) fields.push(`algorithm=${algorithm}`);
    if (opaque !== undefined) fields.push(`opaque=${quoted(opaque)}`);
    if (qop !== undefined) fields.push(`qop=${qop}`, `nc=${nc}`, `cnonce="${this.#cnonce}"`);
    return `Digest ${fields.join(", ")}`;
  }

  /** The name of the user: hashed if the server wants that (RFC 7616 §3.4.4), else with its charset (§3.4, RFC 8187). */
  #user(): readonly string[] {
    const { username } = this.#credentials;
    if (this.#challenge.get("userhash")?.toLowerCase() === "true") {
      return [`username="${this.#hash(`${utf8(username)}:${this.#realm}`)}"`, "userhash=true"];
    }
    if (!/[^ -~]/.test(username)) return [`username=${quoted(username)}`];
    if (this.#challenge.get("charset")?.toLowerCase() === "utf-8") {
      return [`username*=UTF-8''${encodeURIComponent(username).replace(/['()*]/g, escaped)}`];
    }
    // As the bytes of UTF-8, as curl sends them.
    return [`username=${quoted(utf8(username))}`];
  }

  /** @param text a character for each byte, as in the headers that were received */
  #hash(text: string | Uint8Array): string {
    const name = HASHES.get(algorithmOf(this.#challenge).name) ?? "md5";
    const hash = crypto().createHash(name);
    return (typeof text === "string" ? hash.update(text, "latin1") : hash.update(text)).digest(
      "hex",
    );
  }
}

/** The bytes of a text in UTF-8, a character for each. */
function utf8(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function randomText(): string {
  return crypto().randomBytes(16).toString("hex");
}

function crypto() {
  const found = globalThis.process?.getBuiltinModule?.("node:crypto");
  if (found !== undefined) return found;
  throw new SecurityError("UNUSABLE", "Digest authentication needs node:crypto, which is missing.");
}

function unhashable(): SecurityError {
  return new SecurityError(
    "UNUSABLE",
    "The server requires a hash of the body (qop=auth-int), which a streamed body does not have.",
  );
}
