/** A qualified name: a namespace URI and a local part (Namespaces in XML §7). Equal names have equal keys. */
export class QName {
  constructor(
    /** `""` for no namespace. */
    readonly namespace: string,
    readonly local: string,
  ) {}

  /** `{namespace}local`, for maps and messages. */
  get key(): string {
    return `{${this.namespace}}${this.local}`;
  }

  toString(): string {
    return this.namespace === "" ? this.local : this.key;
  }
}
