/** faults.ts: the guard that tells a contract's faults apart. */

import type { Model } from "../model/model.js";
import { importOf } from "./imports.js";
import { printFile } from "./source-file.js";
import { tsdocBlock } from "./tsdoc.js";

/** @returns the text by the name of its file; nothing where the contract has no faults */
export function emitFaults({ faultsName, source }: Model, runtime: string): Map<string, string> {
  if (faultsName === undefined) return new Map();
  const documentation = [
    "Whether a call was answered with this fault of the contract, whose `detail` is then of its type.",
    "Operations may share a fault's name: the third argument tells which of them was called.",
  ];
  const imports = [
    ...importOf("import", ["faultGuard"], runtime),
    ...importOf("import type", [faultsName], "./types.js"),
  ];
  return new Map([
    [
      "faults.ts",
      printFile(source, imports, [
        `${tsdocBlock(documentation)}export const isFault = /* @__PURE__ */ faultGuard<${faultsName}>();`,
      ]),
    ],
  ]);
}
