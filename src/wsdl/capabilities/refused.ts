/** What of WSDL and XML Schema is refused: apart from the rest of the registry, which reading a WSDL does not load. */
import type { Capability } from "./capability.js";

export const WSDL_20 = {
  id: "wsdl.2.0",
  area: "wsdl",
  construct: "WSDL 2.0",
  status: "refused",
  note: "only WSDL 1.1 is read",
  test: { file: "test/wsdl/capabilities/services.test.ts", name: "WSDL 2.0" },
} as const satisfies Capability;

export const OTHER_BINDING = {
  id: "wsdl.binding.other",
  area: "wsdl",
  construct: "a binding that is neither SOAP nor HTTP (WSDL 1.1 §2.5)",
  status: "refused",
  note: "a port of such a binding is left out with a notice, and a WSDL that has only such ports is refused",
  test: {
    file: "test/wsdl/capabilities/bindings.test.ts",
    name: "bindings that are neither SOAP nor HTTP",
  },
} as const satisfies Capability;

export const XSD_11 = {
  id: "xsd.1.1",
  area: "xsd",
  construct: "xs:override and xs:defaultOpenContent (XML Schema 1.1)",
  status: "refused",
  note: "only XML Schema 1.0 is read",
  test: {
    file: "test/wsdl/capabilities/documents.test.ts",
    name: "what XML Schema 1.1 adds: xs:%s",
  },
} as const satisfies Capability;

/**
 * The message of a refusal: what is not supported, and why.
 *
 * @param detail what it is in the WSDL at hand: `the port J`
 */
export function refusal({ construct, note }: Capability, detail?: string): string {
  const subject = detail === undefined ? construct : `${detail}: ${construct}`;
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)} is not supported: ${note}.`;
}
