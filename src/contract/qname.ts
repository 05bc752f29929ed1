import { clark, type ExpandedName } from "../xml/index.js";

/** A qualified name: a namespace URI and a local part (Namespaces in XML §2.1). Equal names have equal keys. */
export class QName implements ExpandedName {
  /** `{namespace}local`: for maps, and for messages that must show that there is no namespace. */
  readonly key: string;

  /** Creates a name of a namespace; `""` stands for no namespace. */
  constructor(
    readonly namespace: string,
    readonly local: string,
  ) {
    this.key = `{${namespace}}${local}`;
  }

  /** `{namespace}local`, or the local part alone if there is no namespace. */
  toString(): string {
    return clark(this);
  }
}
