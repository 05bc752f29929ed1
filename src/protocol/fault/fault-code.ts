/** The fault codes that SOAP defines (SOAP 1.1 §4.4.1, SOAP 1.2 part 1 §5.4.6). */
import { ENVELOPE_NAMESPACE, type SoapVersion, soapVersionOf } from "../../schema/index.js";
import type { ExpandedName } from "../../xml/index.js";

/** The codes by their names in SOAP 1.1, or in SOAP 1.2 if 1.1 does not have them. */
const CODES = {
  Client: { soap11: "Client", soap12: "Sender" },
  Server: { soap11: "Server", soap12: "Receiver" },
  MustUnderstand: { soap11: "MustUnderstand", soap12: "MustUnderstand" },
  VersionMismatch: { soap11: "VersionMismatch", soap12: "VersionMismatch" },
  DataEncodingUnknown: { soap11: "Client", soap12: "DataEncodingUnknown" },
} as const satisfies Readonly<Record<string, Readonly<Record<SoapVersion, string>>>>;

/** A code that SOAP defines. */
export type StandardFaultCode = keyof typeof CODES;

/** The name of a code in an envelope of a version. */
export function nameOfCode(code: StandardFaultCode, version: SoapVersion): ExpandedName {
  return { namespace: ENVELOPE_NAMESPACE[version], local: CODES[code][version] };
}

/** The code of a name, of either version; `undefined` if SOAP does not define it. */
export function standardCode({ namespace, local }: ExpandedName): StandardFaultCode | undefined {
  if (soapVersionOf(namespace) === undefined) return undefined;
  // SOAP 1.1 refines codes behind a dot: Client.Authentication.
  const [name = ""] = local.split(".");
  if (isStandard(name)) return name;
  if (name === CODES.Client.soap12) return "Client";
  return name === CODES.Server.soap12 ? "Server" : undefined;
}

function isStandard(name: string): name is StandardFaultCode {
  return Object.hasOwn(CODES, name);
}
