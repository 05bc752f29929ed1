/** Messages of other makers' programs, read as the client reads them: the values that the programs were given come out. */
import { describe, expect, it } from "vitest";
import { clark } from "../../../src/soap/codec/names.js";
import { XmlElement } from "../../../src/soap/index.js";
import { clientFor } from "../canned-answer.js";
import { CASES } from "./cases.js";
import { readMessage } from "./message-file.js";
import { type AnyOperation, operationsOf } from "./operations.js";
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
    let answerHeader: object | undefined;
    const options = {
      ...(each.header === undefined ? {} : { header: each.header }),
      onHeader(header: object) {
        answerHeader = header;
      },
    };
    const call = client.call(operation, each.request ?? {}, options);
    if (each.error !== undefined) await expect(call).rejects.toMatchObject(each.error);
    else {
      expect(shown(await call)).toEqual(each.value);
      if (each.answerHeader !== undefined) expect(answerHeader).toEqual(each.answerHeader);
    }
    expect(deviations).toEqual(each.deviations ?? []);
  });
});
