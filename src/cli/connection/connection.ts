/** The client and the credentials for a command that calls the service. */
import { publicUrl } from "../../errors/index.js";
import type { RescueAuth, RescueClient } from "../../rescue/index.js";
import { UsageError } from "../failure/errors.js";
import { untilInterrupted } from "../interruption.js";
import { type Io, readStdin } from "../io.js";
import type { ConnectionFlags } from "./connection-flags.js";
import { wireOptions } from "./wire-options.js";
import { REPLAYED_SECRET } from "./wire-transport.js";

/** A client, and the credentials for operations that have them as arguments. */
export interface Connection {
  readonly rescue: RescueClient;
  readonly auth: RescueAuth;
}

/**
 * A client for the account and the endpoint of the options and the environment.
 *
 * @throws UsageError if there is no account or no password
 */
export async function connect(flags: ConnectionFlags, io: Io): Promise<Connection> {
  const endpoint = endpointOf(flags, io);
  const auth = await credentials(flags, io);
  io.secrets?.addValue("authCode" in auth ? auth.authCode : auth.password);
  if (endpoint !== undefined) io.secrets?.addRequest(endpoint);
  const { createRescueClient } = await import("../../rescue/client.js");
  const rescue = createRescueClient({
    auth,
    ...(endpoint !== undefined && { endpoint }),
    ...(flags.protocol !== undefined && { protocol: flags.protocol }),
    ...(flags.timeout !== undefined && { timeout: flags.timeout }),
    ...(await wireOptions(flags, io)),
    ...(io.secrets && { interceptors: [io.secrets.ofCalls] }),
  });
  return { rescue, auth };
}

function endpointOf(flags: ConnectionFlags, io: Io): string | undefined {
  const endpoint = flags.endpoint ?? nonEmpty(io.env.RESCUE_ENDPOINT);
  if (endpoint === undefined) return undefined;
  const source = flags.endpoint === undefined ? "RESCUE_ENDPOINT" : "--endpoint";
  const protocol = URL.canParse(endpoint) ? new URL(endpoint).protocol : undefined;
  if (protocol !== "http:" && protocol !== "https:") {
    throw new UsageError(
      `${source} must be an http or https URL, and "${withoutUser(endpoint)}" is not.`,
    );
  }
  return endpoint;
}

/** In a text that is not a URL, everything before an @ may be credentials. */
export function withoutUser(text: string): string {
  return publicUrl(text).replace(/^.*@/s, "…@");
}

async function credentials(flags: ConnectionFlags, io: Io): Promise<RescueAuth> {
  if (flags.authCodeStdin === true) return { authCode: await secretFromStdin("auth code", io) };
  const authCode = nonEmpty(io.env.RESCUE_AUTH_CODE);
  const byPassword = flags.email !== undefined || flags.passwordStdin === true;
  if (authCode !== undefined && !byPassword) return { authCode };
  const email = emailOf(flags, io);
  if (email === undefined) {
    if (flags.replay !== undefined) return { authCode: REPLAYED_SECRET };
    throw new UsageError(
      "There is no account for the sign-in: set RESCUE_AUTH_CODE, or set RESCUE_EMAIL (or --email) and RESCUE_PASSWORD.",
    );
  }
  return { email, password: await password(email, flags, io) };
}

function emailOf(flags: ConnectionFlags, io: Io): string | undefined {
  return nonEmpty(flags.email) ?? nonEmpty(io.env.RESCUE_EMAIL);
}

async function password(email: string, flags: ConnectionFlags, io: Io): Promise<string> {
  if (flags.passwordStdin === true) return secretFromStdin("password", io);
  const known = nonEmpty(io.env.RESCUE_PASSWORD);
  if (known !== undefined) return known;
  if (flags.replay !== undefined) return REPLAYED_SECRET;
  if (io.askSecret === undefined) {
    throw new UsageError(
      `There is no password for ${email}: set RESCUE_PASSWORD, or pipe the password into --password-stdin.`,
    );
  }
  const typed = await untilInterrupted(io.askSecret(`Password for ${email}:`), io.signal);
  if (typed === "") throw new UsageError("The password is empty.");
  return typed;
}

/** Standard input without the line break at its end. */
async function secretFromStdin(what: string, io: Io): Promise<string> {
  const secret = (await readStdin(io)).replace(/\r?\n$/, "");
  if (secret === "") throw new UsageError(`Standard input contains no ${what}.`);
  return secret;
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === "" ? undefined : value;
}
