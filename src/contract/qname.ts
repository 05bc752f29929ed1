import { clark, type ExpandedName } from "../xml/index.js";

/** A qualified name: a namespace URI and a local part (Namespaces in XML §2.1). Equal names have equal keys. */
export class QName implements ExpandedName {
  /** The namespace URI; `""` for no namespace. */
  readonly namespace: string;
  /** The local part, without a prefix. */
  readonly local: string;
  /** `{namespace}local`: for maps, and for messages that must show that there is no namespace. */
  readonly key: string;

  /** Creates a name from its namespace, `""` for none, and its local part. */
  constructor(namespace: string, local: string) {
    this.namespace = namespace;
    this.local = local;
    this.key = `{${namespace}}${local}`;
  }

  /** `{namespace}local`, or the local part alone if there is no namespace. */
  toString(): string {
    return clark(this);
  }
}
