/** Collects the secrets of exchanges from their requests, when a text has to be redacted. */
import { decodeBase64 } from "../bytes/index.js";
import { splitUrl } from "../errors/index.js";
import {
  type ExchangeSecrets,
  type HttpRequest,
  type HttpResponse,
  isReplayable,
} from "../http/index.js";
import { decodedForm } from "./decoded-text.js";
import { redactForm } from "./redaction.js";
import { isPublicHeader, isSecretHeader, MIN_UNCERTAIN } from "./secret-names.js";
import { SecretValues } from "./secret-values.js";
import { shownBody } from "./shown-body.js";

/** A source of secrets, which is searched for them when the first text has to be redacted. */
type Source = (collector: Collector) => void;

/**
 * The secrets of an exchange, or of several. Nothing is searched before the first call of `remove`, so that exchanges
 * without errors and logs cost nothing.
 */
export class SentSecrets implements ExchangeSecrets {
  readonly #names: () => ReadonlySet<string>;
  readonly #outer: Pick<ExchangeSecrets, "remove"> | undefined;
  readonly #sources: Source[] = [];
  /** Created when it is needed: few calls end with an error. */
  #values: SecretValues | undefined;

  /**
   * @param names returns the local names of elements that are secret, as in `redactXml`
   * @param outer further secrets, of the client for example
   */
  constructor(names: () => ReadonlySet<string>, outer?: Pick<ExchangeSecrets, "remove">) {
    this.#names = names;
    this.#outer = outer;
  }

  addHeader(name: string, value: string): void {
    this.#sources.push((collector) => collector.header(name, value));
  }

  /** Adds the cookies of a response. */
  addResponse({ headers }: Pick<HttpResponse, "headers">): void {
    this.#sources.push((collector) => {
      // The transports of programs without types may omit it.
      for (const cookie of headers.setCookie ?? []) collector.header("set-cookie", cookie);
    });
  }

  /** Adds a secret. */
  addValue(value: string): void {
    this.#sources.push((collector) => collector.value(value));
  }

  /** Adds the secrets of a URL, of headers, and of a body. A body that is streamed is ignored. */
  addRequest({ url, headers, body }: Pick<HttpRequest, "url" | "headers" | "body">): void {
    this.#sources.push((collector) => {
      collector.url(url);
      for (const name in headers) collector.header(name, headers[name] ?? "");
      if (body !== undefined && isReplayable(body)) collector.body(body, contentType(headers));
    });
  }

  /** Adds the secrets of a text that is sent: an envelope, for example. */
  addText(text: string, type: string): void {
    this.#sources.push((collector) => collector.body(text, type));
  }

  remove(text: string): string {
    this.#values ??= new SecretValues();
    const collector = new Collector(this.#values, this.#names());
    for (const source of this.#sources.splice(0)) source(collector);
    const shown = this.#values.remove(text);
    return this.#outer?.remove(shown) ?? shown;
  }
}

/** The Content-Type header; `""` if it is missing. */
export function contentType(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
}

/** Adds the secrets of messages to a set. */
class Collector {
  constructor(
    private readonly values: SecretValues,
    private readonly names: ReadonlySet<string>,
  ) {}

  value(value: string): void {
    this.values.add(value);
  }

  url(url: string): void {
    const { userInformation, values } = splitUrl(url);
    if (userInformation !== undefined) this.#pair(userInformation);
    for (const value of values) this.#uncertain(value);
    this.#form(/\?([^#]*)/.exec(url)?.[1] ?? "");
  }

  /** A header of a request, or Set-Cookie. */
  header(name: string, value: string): void {
    const lower = name.toLowerCase();
    if (lower === "cookie") for (const pair of value.split(";")) this.#cookie(pair);
    else if (lower === "set-cookie") this.#cookie(value.replace(/;.*/s, ""));
    else if (isSecretHeader(lower)) this.#credentials(lower, value);
    else if (!isPublicHeader(lower, value)) this.#unknownHeader(value);
  }

  body(body: string | Uint8Array, type: string): void {
    const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
    shownBody(bytes, type, { names: this.names, onSecret: (secret) => this.#certain(secret) });
  }

  /** A query, whose parameters may have the names of secret elements. */
  #form(query: string): void {
    redactForm(query, this.names, (secret) => this.#certain(secret));
  }

  #credentials(header: string, value: string): void {
    const { scheme, credentials } = parsedCredentials(value);
    // The name of the scheme is public; other headers have no scheme for certain.
    const hasScheme = credentials !== "" && header.endsWith("authorization");
    if (!hasScheme) this.#certain(value);
    this.#certain(credentials);
    if (scheme.toLowerCase() === "digest") {
      // With it alone the request could be sent again.
      for (const [, proof = ""] of credentials.matchAll(/\bresponse="([^"]*)"/gi)) {
        this.#certain(proof);
      }
    }
    if (scheme.toLowerCase() !== "basic") return;
    this.#pair(new TextDecoder().decode(decodeBase64(credentials)));
  }

  #unknownHeader(value: string): void {
    this.#uncertain(value);
    this.#uncertain(parsedCredentials(value).credentials);
  }

  /** `user:password`. */
  #pair(pair: string): void {
    const [user = "", ...rest] = pair.split(":");
    const password = rest.join(":");
    this.#certain(password);
    // A token may be in the place of the user.
    if (password === "") this.#certain(user);
    else this.#uncertain(user);
  }

  #cookie(pair: string): void {
    this.#uncertain(
      pair
        .replace(/^[^=]*=/, "")
        .trim()
        .replace(/^"(.*)"$/, "$1"),
    );
  }

  #uncertain(value: string): void {
    if (value.length >= MIN_UNCERTAIN) this.#certain(value);
  }

  /** With its decoded form: a server shows what it has decoded. */
  #certain(value: string): void {
    this.values.add(value);
    this.values.add(decodedForm(value));
  }
}

/** `scheme credentials` (RFC 9110 §11.4). */
function parsedCredentials(value: string): { scheme: string; credentials: string } {
  const [, scheme = "", credentials = ""] = /^(\S+) +(.+)$/s.exec(value) ?? [];
  return { scheme, credentials };
}

/** The secrets of two owners: of a log and of a client, for example. */
export function joinedSecrets(
  own: ExchangeSecrets,
  other: ExchangeSecrets | undefined,
): ExchangeSecrets {
  if (other === undefined) return own;
  return {
    addHeader(name, value) {
      own.addHeader(name, value);
      other.addHeader(name, value);
    },
    remove: (text) => other.remove(own.remove(text)),
  };
}
