/** A qualified name: a namespace URI and a local part (Namespaces in XML §7). Equal names have equal keys. */
export class QName {
  /** `{namespace}local`, for maps and messages. */
  readonly key: string;

  constructor(
    /** `""` for no namespace. */
    readonly namespace: string,
    readonly local: string,
  ) {
    this.key = `{${namespace}}${local}`;
  }

  toString(): string {
    return this.namespace === "" ? this.local : this.key;
  }
}
