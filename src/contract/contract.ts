import type { WsdlDiagnostic } from "./diagnostic.js";
import type { ElementDeclaration, TypeDefinition } from "./schema-components.js";
import type { Service } from "./services.js";

/**
 * The contract of a service: a WSDL 1.1 document with its schemas, read and resolved. References are resolved to objects,
 * which may refer to each other in circles. Documents, prefixes and the order of declarations are not part of it.
 */
export interface Contract {
  /** The file or URL that it was read from. */
  readonly source: string;
  /** The target namespace of the WSDL; `""` for none (WSDL 1.1 §2.1.1). */
  readonly targetNamespace: string;
  /** The documentation of the WSDL (WSDL 1.1 §2.1.4); `undefined` if it has none. */
  readonly documentation: string | undefined;
  /** The services, in the order of the WSDL (WSDL 1.1 §2.7). */
  readonly services: readonly Service[];
  /** Problems of the WSDL that do not prevent the use of the rest. */
  readonly warnings: readonly WsdlDiagnostic[];
  /** All global types of the schemas, whether operations use them or not (XML Schema part 1 §2.2.1). */
  readonly types: readonly TypeDefinition[];
  /** All global elements of the schemas (XML Schema part 1 §2.2.2.1). */
  readonly elements: readonly ElementDeclaration[];
}
