/** Faults of responses: heads, lengths, chunks, statuses, bodies. */
import { gzipSync } from "node:zlib";
import { type Fault, message, respond, right } from "./fault.js";
import type { Subject } from "./subjects.js";

const HTML = "<!DOCTYPE html><html><body>Not available</body></html>";

type Bytes = Parameters<typeof respond>[0];

function fault(
  group: string,
  name: string,
  expected: Fault["expected"],
  bytes: Bytes,
  more: Partial<Fault> = {},
): Fault {
  return { group, name, expected, behaviour: respond(bytes, true), ...more };
}

const chunked = (subject: Subject, body: string) =>
  message(body, subject.type, { headers: ["Transfer-Encoding: chunked"] });
const chunk = ({ body }: Subject, size = body.byteLength.toString(16)) =>
  `${size}\r\n${body.toString("latin1")}\r\n`;
const headed = (subject: Subject, line: string) =>
  message(subject.body, subject.type, { headers: [line] });
const coded = (subject: Subject, body: Buffer) =>
  message(body, subject.type, { headers: ["Content-Encoding: gzip"] });

const LENGTHS: readonly Fault[] = [
  fault("Content-Length", "too long", "error", (subject) =>
    headed(subject, "Content-Length: 99999"),
  ),
  // A text page has no end mark, so that the part looks like another response.
  fault("Content-Length", "too short", "error", (subject) => headed(subject, "Content-Length: 9"), {
    onlySoap: true,
  }),
  fault("Content-Length", "not a number", "error", (subject) =>
    headed(subject, "Content-Length: x"),
  ),
  fault("Content-Length", "negative", "error", (subject) => headed(subject, "Content-Length: -1")),
  fault("Content-Length", "two of them", "error", (subject) =>
    message(subject.body, subject.type, { headers: ["Content-Length: 9", "Content-Length: 10"] }),
  ),
  fault("chunks", "right", "outcome", (subject) => chunked(subject, `${chunk(subject)}0\r\n\r\n`)),
  fault("chunks", "size not a number", "error", (subject) =>
    chunked(subject, chunk(subject, "zz")),
  ),
  fault("chunks", "too large", "error", (subject) => chunked(subject, chunk(subject, "fffff"))),
  fault("chunks", "too small", "error", (subject) => chunked(subject, chunk(subject, "5"))),
  fault("chunks", "no end", "error", (subject) => chunked(subject, chunk(subject))),
];

const HEADS: readonly Fault[] = [
  ...[
    "HELLO\r\n\r\n",
    "\0\x01\x02\xff\r\n\r\n",
    "HTTP/9.9 200 OK\r\n\r\n",
    "HTTP/1.1 abc OK\r\n\r\n",
    "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
    "HTTP/1.1 200 OK\r\nA\0B: c\r\n\r\n",
    "HTTP/1.1 99999 OK\r\n\r\n",
    "SSH-2.0-x\r\n",
  ].map((head, index) =>
    fault("garbage head", `${index}`, "error", () => Buffer.from(head, "latin1")),
  ),
  fault("garbage head", "the request", "error", (_, request) => request),
  ...[2, 20, 100].map((kilobytes) =>
    fault("huge header", `${kilobytes} kB`, "any", (subject) =>
      right(subject, `X-Large: ${"a".repeat(kilobytes * 1_000)}`),
    ),
  ),
  ...[50, 500, 5_000].map((count) =>
    fault("many headers", `${count}`, "any", (subject) =>
      right(subject, ...Array.from({ length: count }, (_, index) => `X-${index}: a`)),
    ),
  ),
  ...[100, 102, 103].flatMap((status) =>
    [1, 20].map((count) =>
      fault("1xx", `${status}, ${count} times`, "outcome", (subject) =>
        Buffer.concat([
          Buffer.from(`HTTP/1.1 ${status} Status\r\nLink: </a>\r\n\r\n`.repeat(count)),
          right(subject),
        ]),
      ),
    ),
  ),
  {
    ...fault("1xx", "101", ["CONNECTION"], () =>
      Buffer.from("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n"),
    ),
    delivery: "unknown",
  },
];

const REDIRECTS: readonly Fault[] = [300, 301, 302, 303, 304, 307, 308].flatMap((status) =>
  ["/API/API.asmx", "http://127.0.0.1:1/", "http://[", undefined].map((location) =>
    fault(
      "3xx",
      `${status} to ${location}`,
      "error",
      () =>
        message("", "text/html", {
          status,
          headers: location === undefined ? [] : [`Location: ${location}`],
        }),
      { mayRedirect: true },
    ),
  ),
);

const STATUSES: readonly Fault[] = [400, 401, 403, 404, 405, 413, 429, 500, 502, 503, 504].flatMap(
  (status) =>
    [[], ["Retry-After: 0"], ["Retry-After: 99999"], ["Retry-After: x"]].map((headers) =>
      fault("4xx and 5xx", `${status} ${headers}`, "error", (_, request) =>
        message(request, "text/html", { status, headers }),
      ),
    ),
);

const ENVELOPES = [
  ["soap11", "http://schemas.xmlsoap.org/soap/envelope/"],
  ["soap12", "http://www.w3.org/2003/05/soap-envelope"],
] as const;

/** With the code and the reason of each version. */
function faultText(version: "soap11" | "soap12", namespace: string, reason: string): string {
  const text = reason.replace(/[<&>]/g, " ").replace(/[\r\n\0]/g, " ");
  const content =
    version === "soap11"
      ? `<faultcode>s:Server</faultcode><faultstring>${text}</faultstring>`
      : `<s:Code><s:Value>s:Receiver</s:Value></s:Code><s:Reason><s:Text xml:lang="en">${text}</s:Text></s:Reason>`;
  return `<s:Envelope xmlns:s="${namespace}"><s:Body><s:Fault>${content}</s:Fault></s:Body></s:Envelope>`;
}

const BODIES: readonly Fault[] = [
  ...ENVELOPES.flatMap(([version, namespace]) =>
    [200, 400, 500].map((status) =>
      fault("fault envelope", `${version} ${status}`, "error", (_, request) =>
        message(faultText(version, namespace, request), "text/xml", { status }),
      ),
    ),
  ),
  fault("HTML page", "200", "error", () => message(HTML, "text/html")),
  fault("HTML page", "with the request", "error", (_, request) => message(request, "text/html")),
  fault("HTML page", "as XML", "error", () => message(HTML, "text/xml")),
  ...[200, 202, 204].map((status) =>
    fault("empty body", `${status}`, "error", ({ type }) => message("", type, { status })),
  ),
  fault("gzip", "right", "outcome", (subject) => coded(subject, gzipSync(subject.body))),
  fault("gzip", "garbage", "error", (subject) => coded(subject, subject.body)),
  fault("gzip", "cut", "error", (subject) =>
    coded(subject, gzipSync(subject.body).subarray(0, -12)),
  ),
  fault("gzip", "wrong sum", "error", (subject) => {
    const bytes = gzipSync(subject.body);
    bytes.fill(0, bytes.byteLength - 8);
    return coded(subject, bytes);
  }),
  ...["utf-16", "nonsense", "windows-1252", '"', "utf-8; charset=utf-16"].map((charset) =>
    fault("charset", charset, "any", (subject) =>
      message(subject.body, subject.type.replace(/charset=[^;]*/i, `charset=${charset}`)),
    ),
  ),
  fault("charset", "not UTF-8", "error", (subject) =>
    message(Buffer.concat([Buffer.from([0xff, 0xfe, 0xfd]), subject.body]), subject.type),
  ),
];

export const RESPONSE_FAULTS: readonly Fault[] = [
  ...LENGTHS,
  ...HEADS,
  ...REDIRECTS,
  ...STATUSES,
  ...BODIES,
];
