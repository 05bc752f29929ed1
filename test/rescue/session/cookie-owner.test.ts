import { describe, expect, it } from "vitest";
import { createRescueClient, type RescueAuth, type Transport } from "../../../src/index.js";
import { cookies, inMemory, record } from "../../../src/soap/index.js";
import { fakeService } from "../fake-service.js";

const { transport } = fakeService(() => undefined);
const one = { email: "one@example.com", password: "first-secret" };
const two = { email: "two@example.com", password: "second-secret" };
const jar = () => cookies(transport);

/** Creates a client of `one` and another client with the same transport. */
function createBoth(shared: Transport, auth: RescueAuth, endpoint?: string): () => unknown {
  createRescueClient({ auth: one, transport: shared });
  const place = endpoint === undefined ? {} : { endpoint };
  return () => createRescueClient({ auth, transport: shared, ...place });
}

describe("one transport for two clients", () => {
  it.each<[name: string, shared: Transport, auth: RescueAuth, endpoint?: string]>([
    ["the same account", jar(), { ...one, email: "One@example.com" }],
    ["another account at another host", jar(), two, "https://other.example.com/API/API.asmx"],
    ["an auth code", jar(), { authCode: "0a" }],
    ["another account, without cookies", transport, two],
  ])("is accepted for %s", (_, shared, auth, endpoint) => {
    expect(createBoth(shared, auth, endpoint)).not.toThrow();
  });

  it.each([
    ["cookies", jar()],
    ["a recording of cookies", record(jar(), () => undefined)],
    ["inMemory", inMemory({ handle: transport })],
  ])("is rejected for another account if it keeps cookies: %s", (_, shared) => {
    const create = createBoth(shared, two);
    expect(create).toThrow(
      expect.objectContaining({
        code: "INVALID_OPTIONS",
        message: expect.stringMatching(
          /^transport keeps the session cookie of one@example\.com at secure\.logmeinrescue\.com, .*two@example\.com .*cookies\(httpTransport\(\)\)\.$/,
        ),
      }),
    );
    expect(create).not.toThrow(/secret/);
  });
});
