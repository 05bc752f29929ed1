/** `rescue-soap call` without --wsdl: the operations of the Rescue API, with sign-in. */
import type { Command } from "commander";
import type { CallOptions } from "../../client/index.js";
import { operations } from "../../generated/schema.js";
import type { RescueAuth, RescueClient } from "../../rescue/index.js";
import type { Operation } from "../../schema/index.js";
import { connect } from "../connection/connection.js";
import { type ConnectionFlags, withConnection } from "../connection/connection-flags.js";
import { UsageError } from "../failure/errors.js";
import { SECRET_HINT } from "../failure/usage-message.js";
import type { Io } from "../io.js";
import {
  defineOperation,
  type InputFlags,
  type Request,
  type RequestReader,
} from "./operation-command.js";
import { printResponse } from "./response.js";

interface RescueCallFlags extends ConnectionFlags, InputFlags {}

/** Adds the options of the connection and a subcommand for each operation. */
export function defineRescueCall(call: Command, io: Io): void {
  withConnection(call);
  for (const operation of Object.values<Operation>(operations)) {
    const { name } = operation;
    const definition = {
      name,
      description: `Calls ${name} of the Rescue API.`,
      operation,
      secretHint: () => SECRET_HINT,
      run: (readRequest: RequestReader) =>
        callRescue(operation, readRequest, { flags: call.opts<RescueCallFlags>(), io }),
    };
    defineOperation(call, definition, io);
  }
}

interface RescueCall {
  readonly flags: RescueCallFlags;
  readonly io: Io;
}

async function callRescue(
  operation: Operation,
  readRequest: RequestReader,
  { flags, io }: RescueCall,
): Promise<void> {
  if (flags.input === "-" && (flags.passwordStdin === true || flags.authCodeStdin === true)) {
    throw new UsageError("Standard input can contain the request or a secret, not both.");
  }
  const request = await readRequest(operation);
  const { rescue, auth } = await connect(flags, io);
  if (SIGN_IN.has(operation.name)) fillCredentials(request, auth);
  const response = await invoke(rescue, operation.name, request, io.signal);
  await printResponse(operation, response, { json: flags.json === true, io });
}

/** Operations whose arguments are the email address and the password of the account. */
const SIGN_IN: ReadonlySet<string> = new Set(["login", "requestAuthCode"]);

function fillCredentials(request: Request, auth: RescueAuth): void {
  if (request.sPassword !== undefined) return;
  if ("authCode" in auth) {
    throw new UsageError("This operation needs an email address and a password, not an auth code.");
  }
  request.sEmail ??= auth.email;
  request.sPassword = auth.password;
}

/** Calls the method of that name. Its types are those of the operation's schema. */
function invoke(
  rescue: RescueClient,
  name: string,
  request: object,
  signal: AbortSignal,
): Promise<object> {
  const method: (request: object, options: CallOptions) => Promise<object> = Reflect.get(
    rescue,
    name,
  );
  return method(request, { signal });
}
