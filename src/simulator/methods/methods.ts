/** All methods of the service. The type reports a missing one. */
import { accountMethods } from "./account-methods.js";
import { groupMethods } from "./group-methods.js";
import type { Methods, OperationName } from "./method.js";
import { pinMethods } from "./pin-methods.js";
import { reportMethods } from "./report-methods.js";
import { sessionMethods } from "./session-methods.js";
import { signInMethods } from "./sign-in-methods.js";
import { userMethods } from "./user-methods.js";

export const methods: Methods = {
  ...signInMethods,
  ...pinMethods,
  ...accountMethods,
  ...userMethods,
  ...groupMethods,
  ...sessionMethods,
  ...reportMethods,
};

export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(methods, name);
}
