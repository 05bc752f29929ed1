/** The help of one operation: its parameters with their types. */
import type { Content, Member, Members, RecordContent } from "./content.js";
import { simpleValues } from "./simple-type.js";

export interface Parameter {
  /** `--customer.name`. */
  readonly flag: string;
  /** The type, or what the value is. */
  readonly type: string;
  readonly notes: readonly string[];
}

export interface ParameterList {
  readonly options: readonly Parameter[];
  /** Parameters without an option, each with the reason. */
  readonly onlyInput: readonly string[];
}

/** Deeper members have options too, but are not listed. */
const MOST_LEVELS = 5;
const MOST_PARAMETERS = 200;

/** @param otherOptions options of the command: parameters of these names have no option */
export function parameterList(members: Members, otherOptions: readonly string[]): ParameterList {
  const options: Parameter[] = [];
  const onlyInput: string[] = [];
  const used = new Set(otherOptions);
  for (const [name, member] of members) {
    if (used.has(`--${name}`)) onlyInput.push(`${name} (there is another option of this name)`);
    else collect(member, { flag: `--${name}`, types: [] }, { options, onlyInput });
  }
  return { options: options.slice(0, MOST_PARAMETERS), onlyInput };
}

interface Lists {
  readonly options: Parameter[];
  readonly onlyInput: string[];
}

interface Place {
  readonly flag: string;
  /** The records around it. */
  readonly types: readonly object[];
  /** The nearest option around it that can be omitted. */
  readonly optional?: string;
}

function collect(member: Member, { flag, types, optional }: Place, lists: Lists): void {
  const name = flag.slice(2);
  const content = member.content();
  const isArray = content.kind === "list";
  if (member.secret || (isArray && content.secret)) {
    lists.onlyInput.push(`${name} (a secret)`);
    return;
  }
  const item = isArray ? content.item() : content;
  const repeats = member.repeats || isArray;
  if (isArray && content.rank > 1) {
    lists.onlyInput.push(`${name} (an array of arrays)`);
  } else if (item.kind === "record") {
    const inside = { flag: repeats ? `${flag}.0` : flag, types };
    collectMembers(
      item,
      member.required && !repeats
        ? { ...inside, ...(optional !== undefined && { optional }) }
        : { ...inside, optional: flag },
      lists,
    );
  } else if (item.kind === "ordered" || item.kind === "attributes" || item.kind === "list") {
    lists.onlyInput.push(`${name} (${DESCRIPTIONS[item.kind]})`);
  } else {
    const required = optional === undefined ? "required" : `required with ${optional}`;
    const notes = [
      ...(member.required ? [required] : []),
      ...(repeats ? ["repeat the option for more items"] : []),
    ];
    lists.options.push({ flag, type: typeOf(item), notes });
  }
}

function collectMembers(item: RecordContent, { flag, types, ...place }: Place, lists: Lists): void {
  if (types.includes(item.type) || types.length === MOST_LEVELS) {
    lists.options.push({ flag: `${flag}.…`, type: "", notes: ["further members"] });
    return;
  }
  const inside = [...types, item.type];
  for (const member of item.members().values()) {
    const own = member.name === "$value" ? flag : `${flag}.${member.name}`;
    collect(member, { ...place, flag: own, types: inside }, lists);
  }
}

const DESCRIPTIONS = {
  ordered: "content whose order matters",
  attributes: "attributes of any name",
  list: "an array of arrays",
} as const;

function typeOf(content: Content): string {
  if (content.kind === "simple") return simpleValues(content.type, content.open).label;
  return content.kind === "xml" ? "XML" : "bytes in base64";
}

/** The list as lines for a terminal. */
export function parameterText({ options, onlyInput }: ParameterList): string {
  const rows = options.map(({ flag, type, notes }) => ({
    left: type === "" ? flag : `${flag} <${type}>`,
    right: notes.join(", "),
  }));
  const width = Math.min(48, Math.max(0, ...rows.map(({ left }) => left.length)));
  const lines = rows.map(({ left, right }) => `  ${left.padEnd(width)}  ${right}`.trimEnd());
  return [
    ...(lines.length > 0 ? ["", "Parameters:", ...lines] : []),
    ...(onlyInput.length > 0 ? ["", `Only with --input: ${onlyInput.join(", ")}.`] : []),
    ...(lines.length === 0 && onlyInput.length === 0 ? ["", "It has no parameters."] : []),
  ].join("\n");
}
