import { describe, expect, it } from "vitest";
import { publicUrl } from "../../src/contract/public-url.js";

describe("publicUrl", () => {
  it.each([
    ["https://example.com/orders", "https://example.com/orders"],
    ["https://user:pass@example.com/orders", "https://example.com/orders"],
    ["HTTP://user@example.com", "HTTP://example.com"],
    ["https://a:b@c:d@example.com:8080/x", "https://example.com:8080/x"],
    ["https://example.com/a@b?mail=c@d", "https://example.com/a@b?mail=c@d"],
    ["https://example.com/orders.asmx?wsdl", "https://example.com/orders.asmx?wsdl"],
    ["https://example.com/?wsdl&apikey=1&version=2#top", "https://example.com/?wsdl&version=2#top"],
    ["https://example.com/?access_token=1", "https://example.com/"],
    ["https://example.com/?", "https://example.com/?"],
    ["https://example.com/?token", "https://example.com/?token"],
    [
      "https://example.com/?keyboard=1&path=%2Fkey%3D1",
      "https://example.com/?keyboard=1&path=%2Fkey%3D1",
    ],
    ["jms:queue?password=1&target=a", "jms:queue?target=a"],
    ["REPLACE_WITH_ACTUAL_URL", "REPLACE_WITH_ACTUAL_URL"],
    ["./orders.wsdl", "./orders.wsdl"],
    ["", ""],
  ])("%s is %s", (given, want) => {
    expect(publicUrl(given)).toBe(want);
  });
});
