/** The contracts of `contracts/`, served by `serve`. */
import { fileURLToPath } from "node:url";
import { ServiceFault, serve } from "../../../src/simulator/index.js";
import { XmlElement } from "../../../src/soap/index.js";
import { CONTRACTS, type ContractName, type EchoServer } from "../echo/servers.js";
import { type Generated, generated, type Values } from "../generated.js";

const NAMESPACE = "http://example.org/echo";

type Handlers = Readonly<Record<string, (request: Values, call: Call) => Values | undefined>>;

/** The part of a served call that handlers use. */
interface Call {
  readonly header: Partial<Values> | undefined;
  readonly cookies: {
    get(name: string): string | undefined;
    set(name: string, value: string): void;
  };
  setResponseHeader(header: Values): void;
}

/** Operations that do not return what they receive. */
function handlers(): Handlers {
  let notice = "";
  return {
    EchoBare: (tree) => tree,
    Divide: ({ dividend, divisor }) => ({
      DivideResult: Math.trunc(Number(dividend) / Number(divisor)),
      remainder: Number(dividend) % Number(divisor),
    }),
    Swap: ({ left, right }) => ({ left: right, right: left }),
    Nothing: () => ({}),
    Count(_, { cookies }) {
      const count = Number(cookies.get("count") ?? 0) + 1;
      cookies.set("count", `${count}`);
      return { CountResult: count };
    },
    ReadTicket(_, { header, setResponseHeader }) {
      const ticket = Object(header).Ticket;
      if (ticket === undefined) return { ReadTicketResult: "no ticket" };
      setResponseHeader({ Ticket: { ...ticket, count: ticket.count + 1 } });
      return { ReadTicketResult: ticket.user };
    },
    Crash() {
      throw new Error("It broke: <&>.");
    },
    Refuse({ reason }) {
      const name = { namespace: NAMESPACE, local: "refusal" };
      const code = { name: { namespace: "", local: "code" }, value: "17" };
      const detail = [new XmlElement(name, [code], [`${reason}`])];
      const role = "http://example.org/actor";
      throw new ServiceFault(`${reason}`, { faultCode: "Client", role, detail });
    },
    Notify({ text }) {
      notice = `${text}`;
      return undefined;
    },
    LastNotice: () => ({ LastNoticeResult: notice }),
    Friends() {
      const ann = { name: "Ann", age: 40, shoe: null };
      return { FriendsResult: [ann, { name: "Bob", age: 41, shoe: null, friend: ann }, ann] };
    },
  };
}

/** Returns the only parameter. */
function echo(operation: string): (request: Values) => Values {
  return (request) => {
    const [value] = Object.values(request);
    return value === undefined ? {} : { [`${operation}Result`]: value };
  };
}

/** Generated from the contracts once, since they are files. */
const generatedContracts = new Map<ContractName, Promise<Generated>>();

function contractFile(name: ContractName): string {
  return fileURLToPath(new URL(`../contracts/${name}.wsdl`, import.meta.url));
}

async function startContract(name: ContractName, profile: "standard" | "asmx") {
  const made = generatedContracts.get(name) ?? generated(contractFile(name));
  generatedContracts.set(name, made);
  const { operations } = await made;
  const own = handlers();
  return serve(operations, {
    wsdl: contractFile(name),
    profile,
    handlers: Object.fromEntries(
      Object.keys(operations).map((operation) => [operation, own[operation] ?? echo(operation)]),
    ),
  });
}

export async function startOurs(profile: "standard" | "asmx"): Promise<EchoServer> {
  const [echoes, encoded, literal] = await Promise.all(
    CONTRACTS.map((name) => startContract(name, profile)),
  );
  const services = [echoes, encoded, literal];
  const url = (service: typeof echoes) => service?.url ?? "";
  return {
    urls: { Echo: url(echoes), RpcEncoded: url(encoded), RpcLiteral: url(literal) },
    close: async () => {
      await Promise.all(services.map((service) => service?.close()));
    },
  };
}
