/** Parameters from options: `--name value`, with dots for members of members, repeated for arrays. */
import { suggestion } from "../../contract/index.js";
import { UsageError } from "../failure/errors.js";
import type { Content, Member, Members, RecordContent } from "./content.js";
import { simpleValues } from "./simple-type.js";

/** The text of an option. Its type is the schema's. */
export class FlagText {
  constructor(
    /** With the dashes. */
    readonly flag: string,
    readonly text: string,
  ) {}
}

export type FlagTree = FlagText | FlagTree[] | FlagRecord;
export type FlagRecord = Map<string, FlagTree>;

/** What the options are for. */
export interface FlagTarget {
  /** The operation. */
  readonly name: string;
  readonly members: Members;
  /** The other options of the command, for suggestions. */
  readonly otherOptions: readonly string[];
  /** The message for a secret that is given as an option. */
  secretHint(flag: string): string;
}

const MOST_ITEMS = 1_000;
const SECRET_NAME = /pass|pwd|secret|auth-?code|token/i;

/**
 * The values in the words of a command line: `--name value` or `--name=value`. No message contains a value.
 *
 * @throws UsageError for an unknown name, a missing value, a secret, or another word
 */
export function flagTree(words: readonly string[], target: FlagTarget): FlagRecord {
  const root: FlagRecord = new Map();
  for (let index = 0; index < words.length; index++) {
    const [, flag, assigned] = /^(--[^=]+)(?:=(.*))?$/s.exec(words[index] ?? "") ?? [];
    if (flag === undefined) throw notAnOption(target);
    const next = words[index + 1];
    const isNextValue = assigned === undefined && next?.startsWith("--") === false;
    if (isNextValue) index += 1;
    new Flag(flag, isNextValue ? next : assigned, target).addTo(root, target.members, "--");
  }
  return root;
}

function notAnOption({ name, members }: FlagTarget): UsageError {
  const [first = "name"] = members.keys();
  return new UsageError(
    `There is an argument that is not an option: write the parameters of ${name} as options, for example --${first} value.`,
  );
}

class Flag {
  constructor(
    /** With the dashes. */
    private readonly flag: string,
    private readonly text: string | undefined,
    private readonly target: FlagTarget,
  ) {}

  /** @param above the start of the option that led to the record: `--`, or `--customer.` */
  addTo(record: FlagRecord, members: Members, above: string): void {
    const member = memberAt(members, this.flag.slice(above.length));
    if (member === undefined) throw this.#unknown(members, above);
    const { name, repeats, secret } = member;
    if (secret) throw new UsageError(this.target.secretHint(this.flag));
    const content = member.content();
    const at = above + name;
    const existing = record.get(name);
    const value = repeats
      ? this.#withItem(existing, content, at)
      : this.#withValue(existing, content, at);
    record.set(name, value);
  }

  #withValue(existing: FlagTree | undefined, content: Content, at: string): FlagTree {
    switch (content.kind) {
      case "record":
        return this.#withMember(existing, content, at);
      case "list":
        if (content.secret) throw new UsageError(this.target.secretHint(this.flag));
        if (content.rank > 1) throw this.#onlyInput("an array of several dimensions");
        return this.#withItem(existing, content.item(), at);
      case "ordered":
        throw this.#onlyInput("content whose order matters");
      case "attributes":
        throw this.#onlyInput("attributes of any name");
      default:
        return this.#leaf(existing, content, at);
    }
  }

  #withMember(existing: FlagTree | undefined, content: RecordContent, at: string): FlagRecord {
    const members = allMembers(content);
    const record: FlagRecord = existing instanceof Map ? existing : new Map();
    if (this.flag !== at) this.addTo(record, members, `${at}.`);
    else if (members.has("$value"))
      new Flag(`${at}.$value`, this.text, this.target).addTo(record, members, `${at}.`);
    else {
      const names = [...members.keys()].map((name) => `${at}.${name}`).join(", ");
      throw new UsageError(`${at} has members: use ${names || "--input"}.`);
    }
    return record;
  }

  #withItem(existing: FlagTree | undefined, item: Content, at: string): FlagTree[] {
    const items = Array.isArray(existing) ? existing : [];
    const index = /^\.(\d+)/.exec(this.flag.slice(at.length))?.[1];
    if (index !== undefined) {
      const position = Number(index);
      if (position >= MOST_ITEMS)
        throw this.#onlyInput(`an array of more than ${MOST_ITEMS} items`);
      items[position] = this.#withValue(items[position], item, `${at}.${index}`);
    } else if (this.flag === at && isText(item)) {
      items.push(this.#withValue(undefined, item, at));
    } else {
      const rest = this.flag.slice(at.length + 1) || firstName(item);
      throw new UsageError(
        `${at} is an array of records: use ${at}.0.${rest} for the first item, ${at}.1.${rest} for the second.`,
      );
    }
    return items;
  }

  #leaf(existing: FlagTree | undefined, content: Content, at: string): FlagText {
    if (this.flag !== at) {
      throw new UsageError(`Unknown option '${this.flag}': ${at} has no members.`);
    }
    if (existing !== undefined) {
      throw new UsageError(`The option ${this.flag} occurs twice, but it has only one value.`);
    }
    if (this.text !== undefined) return new FlagText(this.flag, this.text);
    const example = content.kind === "simple" ? exampleOf(content) : "value";
    throw new UsageError(
      `The option ${this.flag} has no value: write ${this.flag} ${example}, or ${this.flag}=value if the value begins with --.`,
    );
  }

  #unknown(members: Members, above: string): UsageError {
    if (SECRET_NAME.test(this.flag)) return new UsageError(this.target.secretHint(this.flag));
    const options = [...members.keys()].map((name) => above + name);
    const others = above === "--" ? this.target.otherOptions : [];
    const hint = suggestion(this.flag, [...options, ...others]);
    return new UsageError(`Unknown option '${this.flag}' ${hint}.`);
  }

  #onlyInput(what: string): UsageError {
    return new UsageError(`The value of ${this.flag} is ${what}: give it with --input.`);
  }
}

/** The longest name at the start of a path: names of elements may contain dots. */
function memberAt(members: Members, path: string): Member | undefined {
  const names = path.split(".");
  for (let length = names.length; length > 0; length--) {
    const member = members.get(names.slice(0, length).join("."));
    if (member !== undefined) return member;
  }
  return undefined;
}

/** The members of a type and of those derived from it. */
function allMembers({ typeNames, members }: RecordContent): Members {
  return new Map([...typeNames.flatMap((name) => [...members(name)]), ...members()]);
}

/** Whether a single text can be its value. */
function isText(content: Content): boolean {
  if (content.kind === "record") return allMembers(content).has("$value");
  return content.kind !== "list" && content.kind !== "ordered" && content.kind !== "attributes";
}

function firstName(content: Content): string {
  if (content.kind !== "record") return "name";
  const names = [...content.members().keys()];
  return names.find((name) => !name.startsWith("$")) ?? names[0] ?? "name";
}

function exampleOf({ type, open }: Extract<Content, { kind: "simple" }>): string {
  return simpleValues(type, open).example;
}
