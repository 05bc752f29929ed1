/** The unsupported constructs of WSDL and XML Schema. They are in a separate file, because reading a WSDL needs no others. */
import type { Capability } from "./capability.js";

export const WSDL_20 = {
  id: "wsdl.2.0",
  area: "wsdl",
  construct: "WSDL 2.0",
  status: "unsupported",
  note: "only WSDL 1.1 is read; use the WSDL 1.1 of the service",
  test: { file: "test/wsdl/capabilities/services.test.ts", name: "WSDL 2.0" },
} as const satisfies Capability;

export const OTHER_BINDING = {
  id: "wsdl.binding.other",
  area: "wsdl",
  construct: "a binding that is neither SOAP nor HTTP (WSDL 1.1 §2.5)",
  status: "unsupported",
  note: "a port with such a binding is ignored with a warning; a WSDL that has no other ports is rejected",
  test: {
    file: "test/wsdl/capabilities/bindings.test.ts",
    name: "bindings that are neither SOAP nor HTTP",
  },
} as const satisfies Capability;

export const XSD_11 = {
  id: "xsd.1.1",
  area: "xsd",
  construct: "xs:override and xs:defaultOpenContent (XML Schema 1.1)",
  status: "unsupported",
  note: "only XML Schema 1.0 is read; use a schema without these elements",
  test: {
    file: "test/wsdl/capabilities/documents.test.ts",
    name: "constructs of XML Schema 1.1: xs:%s",
  },
} as const satisfies Capability;

/**
 * The message for an unsupported construct.
 *
 * @param subject what has the construct in the WSDL, for example `the port J`
 */
export function unsupportedMessage({ construct, note }: Capability, subject?: string): string {
  const what = subject === undefined ? construct : `${subject}: ${construct}`;
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} is not supported: ${note}.`;
}
