/** One call over loopback to a server in another process, keep-alive for all. */
import { Agent, request as httpRequest } from "node:http";
import { createClientAsync } from "soap";
import { generateEmailText } from "../src/generated/schema.js";
import { SoapClient } from "../src/soap/index.js";
import { interleave } from "./interleave.js";
import { request } from "./response.js";
import { median, medianRatio } from "./statistics.js";
import { withResponseServer } from "./with-response-server.js";

export interface LoopbackFigures {
  readonly ours: number;
  readonly nodeSoap: number;
  readonly bareHttp: number;
  readonly timesFasterThanNodeSoap: number;
  readonly shareOfBareHttp: number;
}

/** Times in µs a call. */
export function loopback(rounds: number): Promise<LoopbackFigures> {
  return withResponseServer(async (url) => {
    const client = new SoapClient({ endpoint: url, protocol: "soap11" });
    const theirs = await createClientAsync("wsdl/API.wsdl", {}, url);
    const agent = new Agent({ keepAlive: true });
    const times = await interleave(
      {
        ours: () => client.call(generateEmailText, request),
        nodeSoap: () => theirs.generateEmailTextAsync(request, { forever: true }),
        bareHttp: () => post(url, agent),
      },
      rounds,
      200,
    );
    agent.destroy();
    return {
      ours: median(times.ours),
      nodeSoap: median(times.nodeSoap),
      bareHttp: median(times.bareHttp),
      timesFasterThanNodeSoap: medianRatio(times.nodeSoap, times.ours),
      shareOfBareHttp: medianRatio(times.bareHttp, times.ours),
    };
  });
}

const body = "x".repeat(400);

function post(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = {
      method: "POST",
      agent,
      headers: { "Content-Type": "text/xml", "Content-Length": body.length },
    };
    httpRequest(url, options, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => resolve(Buffer.concat(parts).toString()));
    })
      .on("error", reject)
      .end(body);
  });
}
