/** Clients of a simulator, in memory. */
import {
  createRescueClient,
  type RescueClient,
  type RescueClientOptions,
} from "../../src/index.js";
import { inMemory, PASSWORD, type SimulatedService } from "../../src/simulator/index.js";

/** Without pacing, so that the limits of the service are tested. */
export function clientOf(
  { service }: SimulatedService,
  name = "tech",
  options: Partial<RescueClientOptions> = {},
): RescueClient {
  const auth = { email: `${name}@example.com`, password: PASSWORD };
  return createRescueClient({ auth, transport: inMemory(service), throttle: false, ...options });
}

/** A client with the auth code of an account. */
export async function clientByCode(
  simulator: SimulatedService,
  name: string,
): Promise<RescueClient> {
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

/** A complete request of setUser, for tests that change one member. */
export const userChange = { ...user, eAddOns: "False" } as const;
export const userChangeV2 = { ...user, eMobileAddOn: "False" } as const;
