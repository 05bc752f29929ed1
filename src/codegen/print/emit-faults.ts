/** faults.ts: the guard that discriminates a contract's faults. */
import type { Model } from "../model/model.js";
import type { References } from "../types/references.js";
import { pureCall } from "../typescript/expression-nodes.js";
import type { SourceFile } from "../typescript/source-file.js";

export function emitFaults({ faultsName }: Model, references: References): SourceFile {
  const path = "faults";
  if (faultsName === undefined) return { path, declarations: [] };
  const guard = references.runtime("faultGuard", [references.named(faultsName)]);
  const documentation = [
    "Whether an error is the contract's fault of this name; its `detail` then has the fault's type.",
    "If several operations have a fault of this name, pass the operation as the third argument.",
  ];
  return {
    path,
    declarations: [
      { kind: "constant", name: "isFault", value: pureCall(guard, []), documentation },
    ],
  };
}
