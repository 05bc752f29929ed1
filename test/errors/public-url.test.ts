import { describe, expect, it } from "vitest";
import { publicUrl } from "../../src/errors/public-url.js";

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
    ["https:user:pass@example.com", "https:example.com"],
    ["http:\\\\user:pass@example.com/", "http:\\\\example.com/"],
    ["//user:pass@example.com/", "//example.com/"],
    ["https://user:pa/s?s@w@example.com/x", "https://example.com/x"],
    ["https://example.com/?%74oken=1&a=b", "https://example.com/?a=b"],
    ["https://example.com/a;jsessionid=1;v=2?b=c", "https://example.com/a;v=2?b=c"],
    ["https://example.com/#access_token=1&state=2", "https://example.com/#state=2"],
    ["https://example.com/?a=b&pwd=p%26q=1&AuthCode=z", "https://example.com/?a=b"],
    [
      "https://example.com/getSession.aspx?session=123",
      "https://example.com/getSession.aspx?session=123",
    ],
    ["https://example.com/?session=k3y", "https://example.com/"],
    ["REPLACE_WITH_ACTUAL_URL", "REPLACE_WITH_ACTUAL_URL"],
    ["./orders.wsdl", "./orders.wsdl"],
    ["", ""],
  ])("%s is %s", (given, want) => {
    expect(publicUrl(given)).toBe(want);
  });

  it.each([
    [
      "https://h/login.aspx?email=a%40b&pwd=p%26q&AuthCode=z",
      "https://h/login.aspx?email=a%40b&pwd=***&AuthCode=***",
    ],
    ["http://me:pw@h:8080/x", "http://h:8080/x"],
    ["/x?token=hidden", "/x?token=***"],
  ])("%s in a log is %s", (given, want) => {
    expect(publicUrl(given, "***")).toBe(want);
  });
});
