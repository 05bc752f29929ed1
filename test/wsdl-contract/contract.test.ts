import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { XMLValidator } from "fast-xml-parser";
import * as soap from "soap";
import { describe, expect, it } from "vitest";
import { statusPrefix } from "../../src/schema/status-prefix.js";
import { type Particle, readApiWsdl } from "./api-wsdl.js";

const ns = "https://secure.logmeinrescue.com/API/API.asmx";
const wsdl = readApiWsdl();
const operations = [...(wsdl.bindings.get("APISoap")?.keys() ?? [])];
const sequence = (name: string): readonly Particle[] => wsdl.sequences.get(name) ?? [];
const names = (name: string): string[] => sequence(name).map((particle) => particle.name);
const local = (type: string): string => type.slice(type.indexOf(":") + 1);
const enumeration = (type: string): readonly string[] => wsdl.enumerations.get(local(type)) ?? [];
const resultType = (operation: string): string =>
  local(sequence(`${operation}Response`)[0]?.type ?? "");

describe("the file", () => {
  it("is well-formed and begins with the statement that it is a reconstruction", () => {
    expect(XMLValidator.validate(wsdl.text)).toBe(true);
    const comment = /^<\?xml [^>]*\?>\n<!--([\s\S]*?)-->\n<wsdl:definitions /.exec(wsdl.text)?.[1];
    expect(comment).toContain("Not the vendor's file");
    expect(comment).toContain("PROVENANCE.md");
    expect(comment).not.toContain("--"); // XML 1.0 §2.5; the validator accepts it
  });

  it("has the four ports of an ASMX service at the service's address", () => {
    const ports = ["APISoap", "APISoap12", "APIHttpGet", "APIHttpPost"];
    expect([...wsdl.bindings.keys()]).toEqual(ports);
    expect([...wsdl.addresses]).toEqual(ports.map((port) => [port, ns]));
  });

  it("refers only to types that it contains, and has no unused type", () => {
    const referred = [...wsdl.sequences.values()]
      .flat()
      .map((particle) => particle.type)
      .filter((type) => type.startsWith("tns:"))
      .map(local);
    const types = [...wsdl.enumerations.keys(), ...wsdl.sequences.keys()].filter(
      (name) => !wsdl.elements.includes(name) || wsdl.enumerations.has(name),
    );
    expect(new Set(referred)).toEqual(new Set(types));
  });
});

describe("operations", () => {
  it("are 61, each with its action, in both SOAP bindings", () => {
    expect(new Set(operations).size).toBe(61);
    for (const binding of ["APISoap", "APISoap12"]) {
      const actions = [...(wsdl.bindings.get(binding) ?? [])];
      expect(actions).toEqual(operations.map((name) => [name, `${ns}/${name}`]));
    }
  });

  it("are in the HTTP bindings if they have simple parameters only and no out parameters", () => {
    const plain = (type: string): boolean => type.startsWith("s:") || enumeration(type).length > 0;
    const expected = operations.filter(
      (name) =>
        sequence(`${name}Response`).length === 1 && sequence(name).every(({ type }) => plain(type)),
    );
    for (const binding of ["APIHttpGet", "APIHttpPost"]) {
      const locations = [...(wsdl.bindings.get(binding) ?? [])];
      expect(locations).toEqual(expected.map((name) => [name, `/${name}`]));
    }
    expect(expected).toContain("logout");
    expect(expected).not.toContain("generateEmailText");
  });

  it("are described once each, by different texts", () => {
    const described = wsdl.portTypes.get("APISoap") ?? [];
    expect(described.map(({ name }) => name)).toEqual(operations);
    const texts = described.map(({ name, documentation }) => {
      expect(documentation, name).toHaveLength(1);
      expect(documentation[0], name).toMatch(/^[A-Z].*\.$/);
      return documentation[0];
    });
    expect(new Set(texts).size).toBe(operations.length);
  });

  it("return an enumeration that has an OK, so that each has outcomes", () => {
    for (const name of operations) {
      expect(names(`${name}Response`)[0]).toBe(`${name}Result`);
      expect(statusPrefix(enumeration(resultType(name))), name).toBeDefined();
    }
  });

  it("may omit strings, arrays and classes, but not numbers, booleans, dates and enumerations", () => {
    const value = (type: string): boolean =>
      type !== "s:string" && (type.startsWith("s:") || enumeration(type).length > 0);
    for (const [owner, particles] of wsdl.sequences) {
      for (const { name, type, minOccurs, maxOccurs, nillable } of particles) {
        const item = maxOccurs === "unbounded";
        expect(minOccurs, `${owner}/${name}`).toBe(value(type) && !item ? "1" : "0");
        expect(nillable, `${owner}/${name}`).toBe(item && !value(type));
      }
    }
  });

  it("can all be called by node-soap, over SOAP 1.1 and 1.2", async () => {
    const file = fileURLToPath(new URL("../../wsdl/API.wsdl", import.meta.url));
    const client = await soap.createClientAsync(file);
    const { API } = client.describe();
    expect(Object.keys(API.APISoap)).toEqual(operations);
    expect(Object.keys(API.APISoap12)).toEqual(operations);
  });
});

describe("the operations for the connection email", () => {
  it.each([
    ["login", ["sEmail", "sPassword"], []],
    ["logout", [], []],
    ["requestAuthCode", ["sEmail", "sPassword"], ["sAuthCode"]],
    [
      "requestPINCode",
      [0, 1, 2, 3, 4, 5]
        .map((index) => `sCField${index}`)
        .concat("sTracking0", "bNoTechConsole", "sAuthCode"),
      ["iPINCode"],
    ],
    ["generateEmailText", ["iPINCode", "sAuthCode"], ["sSubject", "sText", "sLink", "sSignature"]],
  ])("%s has its members in the order of the messages", (name, request, outs) => {
    expect(names(name)).toEqual(request);
    expect(names(`${name}Response`)).toEqual([`${name}Result`, ...outs]);
  });

  it("has the seven documented outcomes of generateEmailText", () => {
    expect(enumeration(resultType("generateEmailText"))).toEqual(
      [
        "Error",
        "OK",
        "NotLoggedIn",
        "NotTechnician",
        "Invalid_SecretAuthCode",
        "User_Deleted_Or_Disabled",
        "InvalidPINFormat",
      ].map((word) => `generateEmailText_${word}`),
    );
  });

  it.each([
    ["startSession", "startSessionRet_"],
    ["cancelAction", "cancelActionRet_"],
    ["requestPINCodeV3", "requestPINCode_"],
    ["requestLensPINCodeV2", "requestPINCode_"],
    ["setUserStatus_v7_1", ""],
  ])("%s keeps its irregular prefix %j", (name, prefix) => {
    expect(statusPrefix(enumeration(resultType(name)))).toBe(prefix);
  });
});

describe("PROVENANCE.md", () => {
  const text = readFileSync(new URL("../../wsdl/PROVENANCE.md", import.meta.url), "utf8");
  const rows = [...text.matchAll(/^\| `(\w+)` \|(.*)\|$/gm)].map((match) => ({
    name: match[1] ?? "",
    cells: (match[2] ?? "").split(" | ").map((cell) => cell.trim()),
  }));

  it("has one row per operation and no other rows", () => {
    expect(rows.map(({ name }) => name)).toEqual(operations);
  });

  it("states the source of each request and result, and of out parameters if there are any", () => {
    const mark = /published page|documentation|sample|client code|inferred/;
    for (const { name, cells } of rows) {
      expect(cells, name).toHaveLength(4);
      const [request, result, outs, sources] = cells;
      expect(request, name).toMatch(mark);
      expect(result, name).toMatch(mark);
      if (sequence(`${name}Response`).length > 1) expect(outs, name).toMatch(mark);
      else expect(outs, name).toBe("–");
      expect(sources, name).not.toBe("");
    }
  });
});

interface Fact {
  readonly name: string;
  readonly soapAction: string;
  readonly confidence: string;
  readonly request: readonly { readonly name: string }[];
  readonly response: readonly { readonly name: string }[];
  readonly result: { readonly element: string; readonly values: readonly string[] };
  readonly complexTypes?: Readonly<
    Record<string, { element?: string; fields?: { name: string }[]; values?: string[] }>
  >;
}

const facts = new URL("../../../shared/rescue-api/operations.json", import.meta.url);

describe.skipIf(!existsSync(facts))(
  "the collected facts (skipped if ../shared/rescue-api does not exist)",
  () => {
    const all: readonly Fact[] = existsSync(facts) ? JSON.parse(readFileSync(facts, "utf8")) : [];
    const certain = all.filter(({ confidence }) => confidence !== "inferred");

    it("are all in the WSDL, and there are no other operations", () => {
      expect([...operations].sort()).toEqual(certain.map(({ name }) => name).sort());
    });

    it.each(certain.map((fact) => [fact.name, fact] as const))("%s", (name, fact) => {
      const response = `${name}Response`;
      expect(wsdl.bindings.get("APISoap")?.get(name)).toBe(fact.soapAction);
      expect(names(name)).toEqual(fact.request.map((member) => member.name));
      expect(names(response)).toEqual([
        fact.result.element,
        ...fact.response.map((member) => member.name),
      ]);
      // The facts have the order of a client's types; the WSDL has the order of getAccount's page, whose type it shares.
      const order = (values: readonly string[]) =>
        name === "getAccount_v2" ? [...values].sort() : [...values];
      expect(order(enumeration(resultType(name)))).toEqual(order(fact.result.values));

      const reachable = typesUnder(response);
      for (const { fields, values } of Object.values(fact.complexTypes ?? {})) {
        if (fields !== undefined)
          expect(reachable.map(names)).toContainEqual(fields.map((field) => field.name));
        if (values !== undefined) expect(reachable.map(enumeration)).toContainEqual(values);
      }
    });
  },
);

/** Names of the types of a message's members, and of the members of these types. */
function typesUnder(owner: string): string[] {
  return sequence(owner)
    .filter(({ type }) => type.startsWith("tns:"))
    .flatMap(({ type }) => [local(type), ...typesUnder(local(type))]);
}
