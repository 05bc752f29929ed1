/** node-soap's server on the contracts of `contracts/`. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type IServices, listen } from "soap";
import type { SoapVersion } from "../../../src/soap/index.js";
import { CONTRACTS, type ContractName, type EchoServer } from "../echo/servers.js";

type Values = Readonly<Record<string, unknown>>;
type Method = (request: Values, ...rest: unknown[]) => unknown;

/** Ends a response with a fault of SOAP 1.1 or 1.2; the method chooses the form. */
class Fault {
  constructor(readonly Fault: object) {}
}

const NAMESPACE = "http://example.org/echo";

function echoMethods(version: SoapVersion): Readonly<Record<string, Method>> {
  let count = 0;
  let notice = "";
  const fault = (code: string, reason: string, detail?: object): Fault =>
    new Fault(
      version === "soap11"
        ? { faultcode: `soap:${code}`, faultstring: reason, detail, statusCode: 500 }
        : {
            Code: { Value: `soap:${code === "Client" ? "Sender" : "Receiver"}` },
            Reason: { Text: reason },
            Detail: detail,
            statusCode: 500,
          },
    );
  return {
    EchoBare: (tree) => tree,
    Divide: ({ dividend, divisor }) => ({
      DivideResult: Math.trunc(Number(dividend) / Number(divisor)),
      remainder: Number(dividend) % Number(divisor),
    }),
    Swap: ({ left, right }) => ({ left: right, right: left }),
    Nothing: () => ({}),
    Count: () => ({ CountResult: ++count }),
    Crash() {
      throw fault("Server", "It broke: <&>.");
    },
    Refuse({ reason }) {
      const attributes = { xmlns: NAMESPACE, code: "17" };
      // In a SOAP 1.2 envelope node-soap would use the namespace of the envelope.
      throw fault("Client", `${reason}`, { ":refusal": { attributes, $value: reason } });
    },
    Notify({ text }) {
      notice = `${text}`;
    },
    LastNotice: () => ({ LastNoticeResult: notice }),
    ReadTicket(_, ...[, header]) {
      const ticket: unknown = Reflect.get(Object(header), "Ticket");
      return {
        ReadTicketResult: ticket === undefined ? "no ticket" : Reflect.get(Object(ticket), "user"),
      };
    },
    Friends() {
      const ann = { name: "Ann", age: 40 };
      return { FriendsResult: [ann, { name: "Bob", age: 41, friend: ann }, ann] };
    },
  };
}

function ticketOf(header: unknown): { readonly user: string; readonly count: unknown } | undefined {
  return Object(header).Ticket;
}

/** The ticket with its count increased, as XML. */
function returnedTicket(header: unknown): string {
  const ticket = ticketOf(header);
  if (ticket === undefined) return "";
  const { user, count } = ticket;
  return `<Ticket xmlns="${NAMESPACE}"><user>${user}</user><count>${Number(count) + 1}</count></Ticket>`;
}

/** Each other `Echo…` returns its only parameter. */
function echo(operation: string): Method {
  return (request) => ({ [`${operation}Result`]: Object.values(request)[0] });
}

export async function startNodeSoap(version: SoapVersion): Promise<EchoServer> {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const methods = echoMethods(version);
  for (const contract of CONTRACTS) await serve(http, contract, methods, version);
  const address = http.address();
  const port = typeof address === "object" ? address?.port : address;
  const url = (contract: ContractName) => `http://127.0.0.1:${port}/${contract}`;
  return {
    urls: { Echo: url("Echo"), RpcEncoded: url("RpcEncoded"), RpcLiteral: url("RpcLiteral") },
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

async function serve(
  http: ReturnType<typeof createServer>,
  contract: ContractName,
  methods: Readonly<Record<string, Method>>,
  version: SoapVersion,
): Promise<void> {
  const xml = await readFile(new URL(`../contracts/${contract}.wsdl`, import.meta.url), "utf8");
  const names = new Set(
    [...xml.matchAll(/<wsdl:operation name="(\w+)"/g)].map(([, name = ""]) => name),
  );
  const port = Object.fromEntries([...names].map((name) => [name, methods[name] ?? echo(name)]));
  const services: IServices = {};
  services[contract] = { [`${contract}Soap`]: port, [`${contract}Soap12`]: port };
  const forceSoap12Headers = version === "soap12";
  const options = { preserveWhitespace: true, handleNilAsNull: true, forceSoap12Headers };
  const server = listen(http, { path: `/${contract}`, xml, services, ...options });
  server.addSoapHeader((method: string, _request: unknown, header: unknown) =>
    method === "ReadTicket" ? returnedTicket(header) : "",
  );
}
