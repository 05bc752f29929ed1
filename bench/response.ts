/** One generateEmailText as the service responds, for every subject of the benchmarks. */

export const request = { iPINCode: 123456, sAuthCode: "k3v0q7n2m9x4" };

export const outcome = {
  generateEmailTextResult: "generateEmailText_OK",
  sSubject: "Your remote support session",
  sText:
    "Dear customer,\nfollow this link to connect to your technician:\n" +
    "https://secure.logmeinrescue.com/R?i=2&Code=123456\nor enter the PIN 123456. Thanks & regards",
  sLink: "https://secure.logmeinrescue.com/R?i=2&Code=123456",
  sSignature: "ACME Support",
};

const escaped = (text: string) => text.replaceAll("&", "&amp;");
const members = Object.entries(outcome).map(
  ([name, text]) => `<${name}>${escaped(text)}</${name}>`,
);

/** As ASMX writes it. */
export const response = Buffer.from(
  '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>' +
    '<generateEmailTextResponse xmlns="https://secure.logmeinrescue.com/API/API.asmx">' +
    `${members.join("")}</generateEmailTextResponse></soap:Body></soap:Envelope>`,
);

export const json = Buffer.from(JSON.stringify(outcome));
