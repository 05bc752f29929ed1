/** Messages of other vendors' programs, read by the client: the result is the values that the programs were given. */
import { describe, expect, it } from "vitest";
import { MessageText } from "../../../src/bytes/charset.js";
import { XmlElement } from "../../../src/soap/index.js";
import { clark } from "../../../src/xml/names.js";
import { clientFor } from "../../client/canned-response.js";
import { readEnvelope } from "../../codec/read-envelope.js";
import { CASES } from "./cases.js";
import { readMessage } from "./message-file.js";
import { type AnyOperation, operationsOf } from "./operations.js";
import { REQUESTS } from "./requests.js";
import { folderOf } from "./stacks.js";

const contracts = new Map<string, ReturnType<typeof operationsOf>>();

async function operationOf(contract: string, name: string): Promise<AnyOperation> {
  const operations = contracts.get(contract) ?? operationsOf(folderOf(contract));
  contracts.set(contract, operations);
  const operation = (await operations).get(name);
  if (operation === undefined) throw new Error(`${contract} has no ${name}.`);
  return operation;
}

/** Elements that the schema doesn't name as `[name, attributes, ...children]`. */
function shown(value: unknown): unknown {
  if (value instanceof XmlElement) {
    const attributes = value.attributes.map(({ name, value: text }) => [clark(name), text]);
    return [clark(value.name), Object.fromEntries(attributes), ...value.children.map(shown)];
  }
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shown(each)]));
}

describe.each(REQUESTS)("$stack/$name, $kind", (each) => {
  it("is read", async () => {
    const file = folderOf(`messages/${each.stack}/${each.name}.http`);
    const { headers, body } = await readMessage(file);
    const { input, headers: blocks } = await operationOf(each.contract, each.operation);
    const text = new MessageText(headers["content-type"]);
    const { content, deviations } = readEnvelope(text.write(body) + text.end(), {
      output: input,
      header: blocks?.input,
    });
    expect(content).toMatchObject({ kind: "message", value: each.value });
    if (each.header !== undefined) expect(content).toMatchObject({ header: each.header });
    expect(deviations).toEqual(each.deviations ?? []);
  });
});

describe.each(CASES)("$stack/$name, $kind", (each) => {
  it("is read", async () => {
    const { start, headers, body } = await readMessage(
      folderOf(`messages/${each.stack}/${each.name}.http`),
    );
    const operation = await operationOf(each.contract, each.operation);
    const deviations: string[] = [];
    const { client } = clientFor(
      { status: Number(start.split(" ")[1]), type: headers["content-type"] ?? "", body },
      {
        protocol: each.version,
        onDeviation: ({ kind, path }) => deviations.push(`${kind} ${path}`),
      },
    );
    let responseHeader: object | undefined;
    const options = {
      ...(each.header === undefined ? {} : { header: each.header }),
      onHeader(header: object) {
        responseHeader = header;
      },
    };
    const call = client.call(operation, each.request ?? {}, options);
    if (each.error !== undefined) await expect(call).rejects.toMatchObject(each.error);
    else {
      expect(shown(await call)).toEqual(each.value);
      if (each.responseHeader !== undefined) expect(responseHeader).toEqual(each.responseHeader);
    }
    expect(deviations).toEqual(each.deviations ?? []);
  });
});
