/** Our client, addressing its messages, against a WCF service on Mono over wsHttpBinding. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  addressing,
  type ElementSchema,
  type Interceptor,
  type Operation,
  SoapClient,
} from "../../src/soap/index.js";
import { rejection } from "../http/loopback.js";
import { describeWithPeer } from "./peer.js";
import { run, type Service, scratchFolder, serve } from "./program.js";

const SOURCES = fileURLToPath(new URL("wcf", import.meta.url));
const MCS = { name: "Mono (mcs)", probe: ["mcs", "--version"] } as const;

type Parameter = ElementSchema & { readonly type: "string" | "int" };
const text: Parameter = { element: "text", type: "string" };

/** An operation of this service, as the generator writes it. */
function operation(
  name: string,
  parameter?: Parameter,
): Operation<object, Readonly<Record<string, string>>> {
  const namespace = "urn:wcf";
  const wrapper = (element: string, sequence: readonly ElementSchema[]) => ({
    element,
    namespace,
    type: { namespace, sequence },
  });
  const result = { element: `${name}Result`, type: "string", minOccurs: 0 } as const;
  return {
    generator: "test",
    name,
    soapAction: name === "Renamed" ? "urn:another-action" : `urn:wcf/Echo/${name}`,
    input: wrapper(name, parameter === undefined ? [] : [parameter]),
    output: wrapper(`${name}Response`, [result]),
  };
}

describeWithPeer(MCS, "WCF on Mono", () => {
  let service: Service;
  beforeAll(async () => {
    const folder = await scratchFolder("wcf");
    const libraries = "-r:System.ServiceModel.dll,System.Runtime.Serialization.dll";
    await run(["mcs", `-out:${join(folder.path, "Host.exe")}`, libraries, "Host.cs"], {
      cwd: SOURCES,
    });
    const started = await serve(["mono", join(folder.path, "Host.exe")]);
    service = { url: `${started.url}echo/`, close: () => started.close().finally(folder.remove) };
  });
  afterAll(() => service?.close());

  const call = (
    name: string,
    request = {},
    parameter?: Parameter,
    interceptors: Interceptor[] = [addressing()],
  ) =>
    new SoapClient({ endpoint: service.url, interceptors }).call(
      operation(name, parameter),
      request,
    );

  it("accepts our addresses", async () => {
    const { AddressesResult = "" } = await call("Addresses");
    expect(AddressesResult.split(" ")).toEqual([
      "urn:wcf/Echo/Addresses",
      expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
      // The anonymous address of WS-Addressing 1.0 in .NET.
      "http://schemas.microsoft.com/2005/12/ServiceModel/Addressing/Anonymous",
      service.url,
    ]);
  });

  it("selects the operation by the Action, and its responses relate to our messages", async () => {
    expect(await call("Say", { text: "ü & <b>" }, text)).toEqual({ SayResult: "ü & <b>" });
    const number: Parameter = { element: "number", type: "int" };
    expect(await call("Renamed", { number: 7 }, number)).toEqual({ RenamedResult: "number 7" });
  });

  it("responds with its fault", async () => {
    const reason: Parameter = { element: "reason", type: "string" };
    const error = await rejection(call("Fail", { reason: "no more" }, reason));
    // Mono does not send the reason of a FaultException.
    expect(error).toMatchObject({
      code: "FAULT",
      status: 500,
      reason: expect.stringContaining("internal error"),
    });
  });

  it("does not respond to messages that are not addressed", async () => {
    await expect(call("Say", { text: "x" }, text, [])).rejects.toHaveProperty("code");
  });
});
