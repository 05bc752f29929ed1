/** The programs of other vendors whose messages are recorded: how each is started, and where its contracts are. */
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listen } from "soap";
import { startMono } from "../../interop/mono/service.js";
import { run, type Service, scratchFolder, serve } from "../../interop/program.js";

export const folderOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const peer = (name: string) => folderOf(`peers/${name}`);

export interface Stack {
  /** Its title in the index. */
  readonly title: string;
  /** A command that prints its version. */
  readonly version: readonly [command: string, ...args: string[]];
  start(): Promise<Service>;
  /** The URLs of its WSDLs by their files in `contracts/`; imported documents are in the same folder. */
  readonly contracts: Readonly<Record<string, string>>;
}

const debianVersion = (...names: string[]): Stack["version"] => [
  "sh",
  "-c",
  `dpkg -l "$@" | awk '/^ii/ { print $2, $3 }' | paste -sd, -`,
  "sh",
  ...names,
];

const JARS = "/usr/share/java";
const JAXWS =
  "jaxws-rt jaxws-api jws-api jaxb-api jaxb-core jaxb-impl jaxb-runtime jaxb-xjc jaxb-jxc jaxws-tools javax.xml.soap-api " +
  "saaj-impl stax-ex streambuffer metro-policy gmbal mimepull javax.activation txw2 istack-commons-runtime " +
  "istack-commons-tools codemodel rngom FastInfoset glassfish-management-api ha-api stax2-api woodstox-core xmlresolver relaxngDatatype";
const AXIS =
  "axis axis-jaxrpc axis-saaj commons-logging commons-discovery wsdl4j javax.activation javax.mail";
const OPEN = ["--add-opens", "java.base/java.lang=ALL-UNNAMED"];

function classPath(folder: string, jars: string): string {
  return [folder, ...jars.split(" ").map((name) => `${JARS}/${name}.jar`)].join(":");
}

/** Compiles the sources of a folder and serves them. */
async function startJava(
  sources: string,
  jars: string,
  command: (path: string) => readonly string[],
  prepare: (path: string, classes: string) => Promise<unknown> = async () => {},
): Promise<Service> {
  const folder = await scratchFolder("java");
  const path = classPath(folder.path, jars);
  const compiled = ["-nowarn", "-cp", path, "-d", folder.path];
  await run(["sh", "-c", 'javac "$@" *.java', "sh", ...compiled], { cwd: peer(sources) });
  await prepare(path, folder.path);
  const work = join(folder.path, "work");
  await mkdir(work);
  const service = await serve(["java", ...command(path)], { cwd: work });
  return { ...service, close: () => service.close().finally(folder.remove) };
}

async function startNodeSoap(): Promise<Service> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens at no port.");
  const faults = new Map([
    ["fault 1.1", { faultcode: "soap:Client", faultstring: "Too <long>", detail: { limit: 140 } }],
    [
      "fault 1.2",
      {
        Code: { Value: "soap:Sender", Subcode: { Value: "rpc:BadArguments" } },
        Reason: { Text: "Too <long>" },
        statusCode: 500,
      },
    ],
  ]);
  const getText = ({ kind }: { kind: string }) => {
    const fault = faults.get(kind);
    // node-soap removes members of its argument.
    if (fault !== undefined) throw { Fault: structuredClone(fault) };
    return { text: "a < b & é 😀", note: "" };
  };
  listen(server, {
    path: "/texts",
    xml: readFileSync(peer("texts.wsdl"), "utf8"),
    services: { Texts: { TextsSoap: { getText, tell: () => undefined } } },
  });
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const STACKS = {
  jaxws: {
    title: "JAX-WS reference implementation (Metro), with JAXB and SAAJ",
    version: debianVersion("libjaxws-java", "libsaaj-ri-java"),
    contracts: {
      "jaxws-pins.wsdl": "pins11?wsdl",
      "jaxws-pins.xsd": "pins11?xsd=1",
      "jaxws-sums.wsdl": "sums11?wsdl",
      "jaxws-sums.xsd": "sums11?xsd=1",
    },
    start: () =>
      startJava(
        "java",
        JAXWS,
        (path) => [
          ...OPEN,
          "-Dcom.sun.xml.ws.fault.SOAPFaultBuilder.disableCaptureStackTrace=true",
          "-cp",
          path,
          "pins.Serve",
        ],
        // Its run time would make these wrappers itself, were the library for that in Debian's package.
        (path, classes) => {
          const wsgen = ["com.sun.tools.ws.WsGen", "-cp", path, "-d", classes, "pins.Pins"];
          return run(["java", ...OPEN, "-cp", path, ...wsgen]);
        },
      ),
  },
  axis: {
    title: "Apache Axis",
    version: debianVersion("libaxis-java"),
    contracts: { "axis-people.wsdl": "axis/services/People?wsdl" },
    start: () =>
      startJava("axis", AXIS, (path) => ["-cp", path, "people.Serve", peer("axis/deploy.wsdd")]),
  },
  php: {
    title: "PHP's SoapServer",
    version: ["php", "-r", "echo PHP_VERSION;"],
    contracts: {},
    start: () => serve(["php", "-S", "127.0.0.1:0", peer("php/serve.php")]),
  },
  perl: {
    title: "SOAP::Lite",
    version: ["perl", "-MSOAP::Lite", "-e", "print $SOAP::Lite::VERSION"],
    contracts: {},
    start: () =>
      serve(["env", "PERL_HASH_SEED=0", "PERL_PERTURB_KEYS=0", "perl", peer("perl/serve.pl")]),
  },
  mono: {
    title: "ASMX on Mono, the service of test/interop/mono",
    version: debianVersion("mono-devel"),
    contracts: {},
    async start() {
      const { urls, close } = await startMono();
      return { url: urls.Echo ?? "", close };
    },
  },
  "node-soap": {
    title: "node-soap",
    version: [
      "node",
      "-p",
      `JSON.parse(require("fs").readFileSync(${JSON.stringify(createRequire(import.meta.url).resolve("soap/package.json"))})).version`,
    ],
    contracts: {},
    start: startNodeSoap,
  },
} as const satisfies Readonly<Record<string, Stack>>;

export type StackName = keyof typeof STACKS;
