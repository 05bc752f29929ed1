/** Clients of a simulator that a test has started. */
import {
  createRescueClient,
  type RescueClient,
  type RescueClientOptions,
} from "../../src/index.js";
import { PASSWORD, type Simulator } from "../../src/simulator/index.js";

/** Without pacing: the limits of the service are what is tried. */
export function clientOf(
  { url }: Simulator,
  name = "tech",
  options: Partial<RescueClientOptions> = {},
): RescueClient {
  const auth = { email: `${name}@example.com`, password: PASSWORD };
  return createRescueClient({ auth, endpoint: url, throttle: false, ...options });
}

/** One that calls with the auth code of an account. */
export async function clientByCode(simulator: Simulator, name: string): Promise<RescueClient> {
  const request = { sEmail: `${name}@example.com`, sPassword: PASSWORD };
  const outcome = await clientOf(simulator).requestAuthCode(request);
  if (outcome.status !== "OK") throw new Error(outcome.status);
  return clientOf(simulator, name, { auth: { authCode: outcome.sAuthCode } });
}

const user = {
  iNodeID: 102,
  sName: "Nora Noconsole",
  sEmail: "noconsole@example.com",
  eStatus: "Enabled",
} as const;

/** A whole request of setUser, of which a test changes what it is about. */
export const userChange = { ...user, eAddOns: "False" } as const;
export const userChangeV2 = { ...user, eMobileAddOn: "False" } as const;
