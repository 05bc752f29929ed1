/** A share of `npm run fuzz`, with seeds that it does not have by default. */
import { expect, it } from "vitest";
import { fuzz } from "../../scripts/fuzz/run.js";

it("no changed message or WSDL is a finding", { timeout: 120_000 }, async () => {
  const { findings, results, compared } = await fuzz({
    count: 2_000,
    seed: 5_000_000,
    compare: 10,
  });
  expect(findings).toEqual([]);
  expect(compared === 0 || compared > 50).toBe(true);
  // Each target accepts some inputs and rejects some.
  const { request = {}, ...others } = results;
  expect(Object.keys(request).sort()).toEqual(["status 200", "status 400", "status 500"]);
  expect(Object.keys(others).sort()).toEqual([
    "contentType",
    "encoded",
    "mime",
    "response",
    "wsdl",
    "xml",
  ]);
  for (const codes of Object.values(others)) {
    expect(Object.keys(codes)).toEqual(expect.arrayContaining(["accepted", "MALFORMED_XML"]));
  }
});

it("the same seed gives the same inputs", async () => {
  const options = { count: 200, seed: 7, compare: 0 };
  const [one, other] = [await fuzz(options), await fuzz(options)];
  expect(one.results).toEqual(other.results);
});
