/** Short names. Prefixes are invented, because a prefix of the WSDL can be bound to several namespaces. */
import { SOAP_ENCODING11, SOAP_ENCODING12, XML, XML_MIME, XSD } from "../../namespaces.js";

const USUAL: ReadonlyMap<string, string> = new Map([
  [XSD, "xs"],
  [XML, "xml"],
  [XML_MIME, "xmime"],
  [SOAP_ENCODING11, "soapenc"],
  [SOAP_ENCODING12, "soapenc12"],
]);

export interface Prefix {
  readonly prefix: string;
  readonly namespace: string;
}

export class Names {
  readonly #prefixes = new Map<string, string>();
  #count = 0;

  /**
   * @param targetNamespace its names have no prefix, unless `hasUnqualified`
   * @param hasUnqualified whether there are names of no namespace
   */
  constructor(
    private readonly targetNamespace: string,
    private readonly hasUnqualified: boolean,
  ) {}

  /** Whether names of the target namespace are shown without a prefix. */
  get leavesOutTarget(): boolean {
    return this.targetNamespace !== "" && !this.hasUnqualified;
  }

  /** @param name `{namespace}local`, `xs:local`, or a local name alone */
  short(name: string): string {
    if (name.startsWith("xs:")) {
      this.#prefixes.set(XSD, "xs");
      return name;
    }
    const [, namespace = "", local = name] = /^\{(.*)\}(.*)$/s.exec(name) ?? [];
    if (namespace === "") return local;
    if (namespace === this.targetNamespace && this.leavesOutTarget) return local;
    return `${this.#prefixOf(namespace)}:${local}`;
  }

  /** The prefixes that were used, that of the target namespace first. */
  get prefixes(): readonly Prefix[] {
    const others = [...this.#prefixes].filter(([namespace]) => namespace !== this.targetNamespace);
    const target = this.targetNamespace;
    return [
      ...(target === "" ? [] : [{ prefix: "tns", namespace: target }]),
      ...others.map(([namespace, prefix]) => ({ prefix, namespace })),
    ];
  }

  #prefixOf(namespace: string): string {
    if (namespace === this.targetNamespace) return "tns";
    const known = this.#prefixes.get(namespace) ?? USUAL.get(namespace);
    const prefix = known ?? `ns${++this.#count}`;
    this.#prefixes.set(namespace, prefix);
    return prefix;
  }
}
