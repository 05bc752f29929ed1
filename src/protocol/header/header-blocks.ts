/** The blocks of a Header, by the part of the contract that describes it. */
import { type DecodeRun, partsFrame, replay } from "../../codec/index.js";
import type { PartsSchema } from "../../schema/index.js";
import { clark, type XmlElement } from "../../xml/index.js";

/** The names of the blocks of a contract, `{namespace}local`. */
export function blockNames(header: PartsSchema | undefined): readonly string[] {
  return (header?.parts ?? []).map(({ element, namespace = "" }) =>
    clark({ namespace, local: element }),
  );
}

/** Decodes the blocks that the contract has; further ones are ignored, since a Header may contain more. */
export function decodeHeader(
  header: PartsSchema,
  blocks: readonly XmlElement[],
  run: DecodeRun,
): Readonly<Record<string, unknown>> | undefined {
  const known = new Set(blockNames(header));
  let values: Readonly<Record<string, unknown>> | undefined;
  const frame = partsFrame(header, run, "Header", (decoded) => {
    values = decoded;
  });
  for (const block of blocks) if (known.has(clark(block.name))) replay(block, frame);
  frame.close();
  return values;
}
