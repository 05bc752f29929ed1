/** Members of a record plan: plans of their content are compiled on first use. */
import { type ElementSchema, resolveType, type TypeSchema } from "../../../schema/index.js";
import { type Arms, type ContentPlan, type GroupPlan, type MemberPlan, NO_ARMS } from "./plan.js";

/** Compiles the content of an element. */
export type ContentCompiler = (type: TypeSchema, open: boolean) => ContentPlan;

export interface MemberOptions {
  /** The namespace that the type has for elements. */
  readonly namespace: string;
  readonly index: number;
  readonly arms: Arms;
  readonly compile: ContentCompiler;
}

/** A member while its record is compiled. */
export class ElementMember implements MemberPlan {
  readonly name: string;
  readonly element: string;
  readonly namespace: string;
  readonly index: number;
  readonly required: boolean;
  readonly many: boolean;
  readonly nillable: boolean;
  readonly secret: boolean;
  readonly empty: string | undefined;
  arms: Arms;
  next: ElementMember | undefined;
  readonly group: MemberPlan["group"];
  readonly #schema: ElementSchema;
  readonly #compile: ContentCompiler;
  #content: ContentPlan | undefined;

  constructor(schema: ElementSchema, options: MemberOptions, group?: MemberPlan["group"]) {
    this.name = schema.member ?? schema.element;
    this.element = schema.element;
    this.namespace = schema.namespace ?? options.namespace;
    this.index = options.index;
    this.required = schema.minOccurs !== 0;
    this.many = schema.maxOccurs === "unbounded";
    this.nillable = schema.nillable === true;
    this.secret = schema.secret === true;
    this.empty = schema.default;
    this.arms = options.arms;
    this.group = group;
    this.#schema = schema;
    this.#compile = options.compile;
  }

  /** The same element as a member of the record that contains its group. */
  within(plan: GroupPlan): ElementMember {
    const { namespace } = this;
    const options = { namespace, index: plan.index, arms: NO_ARMS, compile: this.#compile };
    return new ElementMember(this.#schema, options, { plan, inner: this });
  }

  /** Compiled with the first element, since types may contain themselves. */
  get content(): ContentPlan {
    this.#content ??= this.#compile(resolveType(this.#schema.type), this.#schema.open === true);
    return this.#content;
  }
}
