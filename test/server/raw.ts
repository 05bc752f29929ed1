/** A request byte for byte, and its response. */
import { request } from "node:http";

export interface Raw {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface RawResponse {
  readonly status: number;
  readonly type: string | undefined;
  readonly cookie: string | undefined;
  readonly body: string;
}

export function send(
  url: string,
  { method = "POST", path, headers = {}, body = "" }: Raw,
): Promise<RawResponse> {
  const target = path === undefined ? new URL(url) : new URL(path, url);
  return new Promise((resolve, reject) => {
    request(target, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers["content-type"],
          cookie: response.headers["set-cookie"]?.[0],
          body: Buffer.concat(chunks).toString(),
        }),
      );
    })
      .on("error", reject)
      .end(body);
  });
}

export const NS = "https://secure.logmeinrescue.com/API/API.asmx";

/** An envelope of SOAP 1.1 as .NET clients write it. */
export function envelope11(body: string, header = ""): string {
  return `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">${header}<soap:Body>${body}</soap:Body></soap:Envelope>`;
}

export function envelope12(body: string): string {
  return envelope11(body).replace(
    "http://schemas.xmlsoap.org/soap/envelope/",
    "http://www.w3.org/2003/05/soap-envelope",
  );
}

export const soap11 = (operation: string) => ({
  "Content-Type": "text/xml; charset=utf-8",
  SOAPAction: `"${NS}/${operation}"`,
});
