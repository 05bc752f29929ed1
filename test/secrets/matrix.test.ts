/** Secrets that a server repeats, in each place of a response and each coding: nothing shows them. */
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { operations } from "../../src/generated/schema.js";
import { type HarEntry, harText, record } from "../../src/har/index.js";
import { cookies, httpTransport } from "../../src/http/index.js";
import { wireLog } from "../../src/redaction/index.js";
import {
  createRescueClient,
  type RescueAuth,
  type RescueProtocol,
} from "../../src/rescue/index.js";
import type { Operation } from "../../src/schema/index.js";
import { echoServer } from "./echo-server.js";
import { PLACES } from "./places.js";
import { CODINGS, PLANTED, plantedIn } from "./planted.js";

interface Account {
  readonly auth: RescueAuth;
  /** The secrets that are sent with it. */
  readonly sent: readonly (keyof typeof PLANTED)[];
}

const accounts: Readonly<Record<string, Account>> = {
  password: {
    auth: { email: "ann@example.com", password: PLANTED.password },
    sent: ["password", "cookie", "bearer", "header", "query"],
  },
  "auth code": {
    auth: { authCode: PLANTED.authCode },
    sent: ["authCode", "user", "userPassword", "header", "query"],
  },
};
/** The protocols, and the codings of the echo: all of them for one of each kind. */
const protocols: readonly (readonly [RescueProtocol, readonly string[]])[] = [
  ["soap12", Object.keys(CODINGS)],
  ["soap11", ["raw", "base64"]],
  ["post", Object.keys(CODINGS)],
  ["get", ["XML", "percent"]],
];

/** What programs can see of an error. */
function shown(error: unknown): unknown[] {
  const texts: unknown[] = [inspect(error, { depth: 30, showHidden: true, maxStringLength: null })];
  for (let each = error; each instanceof Error && texts.length < 50; each = each.cause) {
    texts.push(each.message, each.stack, String(each), JSON.stringify(each));
  }
  return texts;
}

describe.each(Object.entries(PLACES))("secrets in %s", (_, respond) => {
  it.each(protocols)("are not shown over %s", async (protocol, codings) => {
    const found: string[] = [];
    for (const coding of codings) {
      for (const [account, { auth, sent }] of Object.entries(accounts)) {
        const texts: unknown[] = [];
        const server = await echoServer(respond, CODINGS[coding] ?? String, sent);
        const user = `${encodeURIComponent(PLANTED.user)}:${encodeURIComponent(PLANTED.userPassword)}`;
        const query = `?token=${encodeURIComponent(PLANTED.query)}`;
        const isBearer = account === "password";
        const endpoint = isBearer ? server.url : server.url.replace("//", `//${user}@`);
        const entries: HarEntry[] = [];
        const options = { operations: Object.values<Operation>(operations) };
        const recorded = record(httpTransport(), (entry) => entries.push(entry), options);
        const rescue = createRescueClient({
          auth,
          endpoint: endpoint + query,
          protocol,
          headers: {
            "X-Api-Key": PLANTED.header,
            ...(isBearer && { Authorization: `Bearer ${PLANTED.bearer}` }),
          },
          throttle: false,
          retry: false,
          timeout: 10_000,
          transport: cookies(wireLog(recorded, (text) => texts.push(text), options)),
          logger: { debug: (message, fields) => texts.push(message, fields) },
          onDeviation: (deviation) => texts.push(deviation),
          onWait: (wait) => texts.push(wait),
        });
        const outcome = await rescue
          .requestPINCode({ sCField0: "x", bNoTechConsole: true })
          .catch((error: unknown) => error);
        if (outcome instanceof Error) texts.push(...shown(outcome));
        texts.push(harText(entries));
        const all = texts
          .map((text) => (typeof text === "string" ? text : inspect(text)))
          .join("\n");
        expect(all).toMatch(/POST|GET/);
        for (const secret of plantedIn(all, sent))
          found.push(`${secret}, repeated as ${coding}, with ${account}`);
      }
    }
    expect(found).toEqual([]);
  });
});
