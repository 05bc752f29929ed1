import { expect, it } from "vitest";
import { membersOfMessage } from "../../../src/cli/call/content.js";
import { parameterList, parameterText } from "../../../src/cli/call/operation-help.js";
import { operation } from "./operation.js";

it("lists the parameters with their types, and those without an option", () => {
  const list = parameterList(membersOfMessage(operation.input), ["--version"]);
  expect(parameterText(list)).toBe(`
Parameters:
  --iCount <int>                   required
  --lTotal <long>                  required
  --eState <on|off>                required
  --sName <string>                 repeat the option for more items
  --aItems.0.lId <long>            required with --aItems
  --aItems.0.bytes <base64Binary>
  --aItems.0.inner.…               further members
  --aIds <int>                     required, repeat the option for more items
  --item.lId <long>                required with --item
  --item.bytes <base64Binary>
  --item.inner.…                   further members
  --shape.$type <Shape|Circle>
  --shape.color <string>           required with --shape
  --price.currency <string>        required with --price
  --price <decimal>                required with --price
  --with.dot <string>
  --left <int>
  --right <int>
  --pairs.0.key <string>           required with --pairs
  --pairs.0.value <boolean>
  --anything <XML>
  --$any <XML>

Only with --input: version (there is another option of this name), sSecret (a secret), $attributes (attributes of any name).`);
});

it("reports that an operation has no parameters", () => {
  const none = membersOfMessage({ parts: [] });
  expect(parameterText(parameterList(none, []))).toBe("\nIt has no parameters.");
});
