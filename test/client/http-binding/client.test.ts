import { beforeAll, describe, expect, it } from "vitest";
import { contractOperations, parseContract } from "../../../src/codegen/index.js";
import { createSimulator, inMemory, type SimulatedService } from "../../../src/simulator/index.js";
import {
  attachment,
  type HttpBinding,
  HttpBindingClient,
  type Interceptor,
  type Operation,
  type Transport,
} from "../../../src/soap/index.js";

interface LoginRequest {
  sEmail?: string;
  sPassword?: string;
}

const namespace = "https://secure.logmeinrescue.com/API/API.asmx";

/** As the generator writes the operation of an HTTP port of ASMX. */
const login: Operation<LoginRequest, { loginRet: string }> = {
  generator: "test",
  name: "login",
  soapAction: "/login",
  input: {
    parts: [
      { element: "sEmail", type: "string", minOccurs: 0 },
      { element: "sPassword", type: "string", minOccurs: 0, secret: true },
    ],
  },
  output: { parts: [{ element: "loginRet", namespace, type: "string" }] },
};

let simulator: SimulatedService;
let endpoint: string;
let transport: Transport;
beforeAll(async () => {
  simulator = await createSimulator();
  endpoint = simulator.service.url;
  transport = inMemory(simulator.service);
});

describe.each<HttpBinding>(["http-get", "http-post"])("%s", (protocol) => {
  const client = () => new HttpBindingClient({ endpoint, transport, protocol });

  it("sends parameters, and reads the document of the response", async () => {
    const request = { sEmail: "tech@example.com", sPassword: "secret" };
    expect(await client().call(login, request)).toEqual({ loginRet: "login_OK" });
  });

  it("sends what a URL has to escape", async () => {
    const request = { sEmail: "tech@example.com", sPassword: "a&b=c +ü" };
    expect(await client().call(login, request)).toEqual({ loginRet: "login_Invalid" });
  });

  it("has the explanation of ASMX for a missing parameter, and no secret", async () => {
    const error: unknown = await client()
      .call(login, { sPassword: "hidden-word" })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "HTTP_STATUS", status: 500 });
    expect(String(error)).toContain("Missing parameter: sEmail");
    expect(String(error)).not.toContain("hidden-word");
  });

  it("rejects a value that does not fit before anything is sent", async () => {
    const wrong: Operation<{ iCount: string }, unknown> = {
      generator: "test",
      name: "login",
      soapAction: "/login",
      input: { parts: [{ element: "iCount", type: "int" }] },
    };
    const count = simulator.state.calls.length;
    await expect(client().call(wrong, { iCount: "x" })).rejects.toMatchObject({
      code: "INVALID_REQUEST",
    });
    expect(simulator.state.calls).toHaveLength(count);
  });

  it("rejects what an interceptor adds to an envelope, since it has none", async () => {
    const signing: Interceptor = (next) => (call) =>
      next({ ...call, envelopeSteps: [{ outgoing: (envelope) => envelope }] });
    const signed = new HttpBindingClient({
      endpoint,
      transport,
      protocol,
      interceptors: [signing],
    });
    const count = simulator.state.calls.length;
    await expect(signed.call(login, {})).rejects.toMatchObject({
      code: "INVALID_REQUEST",
      message: expect.stringContaining("an interceptor changes the envelope"),
    });
    const attachments = [attachment(new Uint8Array(1))];
    await expect(client().call(login, {}, { attachments })).rejects.toMatchObject({
      code: "INVALID_REQUEST",
      message: expect.stringContaining(
        "with attachments over the HTTP binding, which has no SOAP envelope",
      ),
    });
    expect(simulator.state.calls).toHaveLength(count);
  });
});

describe("parts of the address (http:urlReplacement)", () => {
  const urls: string[] = [];
  const transport: Transport = async ({ method, url, body }) => {
    urls.push(`${method} ${url} ${body ?? ""}`.trim());
    return { status: 200, headers: { get: () => undefined, setCookie: [] }, body: nothing() };
  };
  async function* nothing(): AsyncGenerator<Uint8Array> {}
  const find: Operation<{ id?: string; part?: string[] }, unknown> = {
    generator: "test",
    name: "find",
    soapAction: "/o/(id)/find",
    input: {
      parts: [
        { element: "id", type: "string", minOccurs: 0 },
        { element: "part", type: { namespace: "", item: { element: "x", type: "string" } } },
      ],
    },
  };
  const client = (protocol: HttpBinding) =>
    new HttpBindingClient({ endpoint: "http://h/api/", protocol, transport });

  it("are inserted, escaped; the others are in the query or the form", async () => {
    await client("http-get").call(find, { id: "a/b?c ü", part: ["1", "2&3"] });
    await client("http-post").call(find, { id: "$&", part: ["1"] });
    expect(urls).toEqual([
      "GET http://h/api/o/a%2Fb%3Fc%20%C3%BC/find?part=1&part=2%263",
      "POST http://h/api/o/%24%26/find part=1",
    ]);
  });

  it("are missed before anything is sent", async () => {
    const sent = urls.length;
    await expect(client("http-get").call(find, { part: [] })).rejects.toMatchObject({
      code: "INVALID_REQUEST",
      path: "find/id",
    });
    expect(urls).toHaveLength(sent);
  });
});

describe("the response", () => {
  const responding = (text: string, output?: Operation["output"]) => {
    const client = new HttpBindingClient({
      endpoint: "http://h/api?v=1",
      protocol: "http-get",
      transport: async () => ({
        status: 200,
        headers: { get: () => undefined, setCookie: [] },
        body: (async function* () {
          yield Buffer.from(text);
        })(),
      }),
    });
    const operation: Operation<object, unknown> = {
      generator: "test",
      name: "get",
      soapAction: "/get",
      input: { parts: [] },
      ...(output === undefined ? {} : { output }),
    };
    return client.call(operation, {});
  };
  const record = (...elements: string[]) => ({
    element: "got",
    namespace: "urn:g",
    type: {
      namespace: "urn:g",
      sequence: elements.map((element) => ({ element, type: "string" as const })),
    },
  });

  it("is empty without a result", async () => {
    expect(await responding("", record())).toEqual({});
    expect(await responding("ignored")).toBeUndefined();
  });

  it("is the element of the Body over SOAP", async () => {
    const document = '<got xmlns="urn:g"><a>1</a></got>';
    expect(await responding(document, record("a"))).toEqual({ a: "1" });
  });

  it.each([
    ["<other/>", "UNEXPECTED_MESSAGE", "The document is <other>; got was expected."],
    ["", "MALFORMED_XML", expect.stringContaining("")],
  ])("%j is an error with its reason", async (document, code, message) => {
    await expect(responding(document, record("a"))).rejects.toMatchObject({ code, message });
  });
});

describe("values of the request", () => {
  const simple = { element: "x", type: "string" } as const;
  const list = { element: "list", type: { namespace: "", item: simple } };
  const nested = { element: "nested", type: { namespace: "", sequence: [simple] } };
  const urls: string[] = [];
  const call = (request: object) =>
    new HttpBindingClient({
      endpoint: "http://h/api?v=1",
      protocol: "http-get",
      transport: async ({ url }) => {
        urls.push(url);
        return { status: 200, headers: { get: () => undefined, setCookie: [] }, body: none() };
      },
    }).call<object, unknown>(
      { generator: "test", name: "put", soapAction: "", input: { parts: [list, nested] } },
      request,
    );
  async function* none(): AsyncGenerator<Uint8Array> {}

  it.each([
    [{ list: "text" }, "put/list must be an array, not this string."],
    [{ nested: { x: "1" } }, "put/nested is not a simple value: a form cannot contain it."],
  ])("%j does not fit a query", async (request, message) => {
    const path = message.split(" ")[0];
    await expect(call(request)).rejects.toMatchObject({ code: "INVALID_REQUEST", message, path });
    expect(urls).toEqual([]);
  });

  it("follow the query of the endpoint, and leave it alone if there are none", async () => {
    await call({ list: ["a", "b"] });
    await call({ list: null });
    expect(urls).toEqual(["http://h/api?v=1&list=a&list=b", "http://h/api?v=1"]);
  });
});

it("has the document as it is if its part is any XML, as ASMX describes it", async () => {
  const contract = parseContract(
    `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:h="http://schemas.xmlsoap.org/wsdl/http/" xmlns:m="http://schemas.xmlsoap.org/wsdl/mime/" xmlns:t="urn:t" targetNamespace="urn:t"><w:message name="in"/><w:message name="out"><w:part name="Body"/></w:message><w:portType name="p"><w:operation name="List"><w:input message="t:in"/><w:output message="t:out"/></w:operation></w:portType><w:binding name="b" type="t:p"><h:binding verb="GET"/><w:operation name="List"><h:operation location="/List"/><w:input><h:urlEncoded/></w:input><w:output><m:content part="Body" type="text/xml"/></w:output></w:operation></w:binding><w:service name="s"><w:port name="p" binding="t:b"><h:address location="http://h/a"/></w:port></w:service></w:definitions>`,
    "a.wsdl",
  );
  expect(contract.warnings).toMatchObject([
    {
      message:
        'The part "Body" has neither element nor type. It is read as any XML; add one of them if it is something else.',
    },
  ]);
  const { List } = contractOperations(contract);
  if (List === undefined) throw new Error("The contract has no operation.");
  const anyClient = new HttpBindingClient({
    endpoint: "http://h/a",
    protocol: "http-get",
    transport: async () => ({
      status: 200,
      headers: { get: () => undefined, setCookie: [] },
      body: (async function* () {
        yield Buffer.from('<zoo xmlns="urn:z"><a n="1"/></zoo>');
      })(),
    }),
  });
  expect(await anyClient.call(List, {})).toMatchObject({
    Body: { name: { namespace: "urn:z", local: "zoo" }, children: [{ name: { local: "a" } }] },
  });
});
