/** Compiles a content model: the member of an object for each of its elements. */
import type { AnySchema, Particle } from "../../../schema/index.js";
import { presenceOf } from "../../values/presence.js";
import { type ContentCompiler, ElementMember } from "./member-plan.js";
import { type Arms, type GroupPlan, NO_ARMS, type RecordPlan, type WildcardPlan } from "./plan.js";

/** Particles with the namespace that their type has for elements. */
export interface ScopedParticles {
  readonly particles: readonly Particle[];
  readonly namespace: string;
}

/** A record whose members can be members of another record as well. */
interface CompiledRecord extends RecordPlan {
  readonly members: ReadonlyMap<string, ElementMember>;
}

interface CompiledGroup extends GroupPlan {
  readonly record: CompiledRecord;
}

/** @param compile compiles the content of the record's members */
export function recordPlan(
  content: readonly ScopedParticles[],
  compile: ContentCompiler,
): CompiledRecord {
  const compiler = new RecordCompiler(compile);
  for (const { particles, namespace } of content) {
    for (const particle of particles) {
      compiler.visit(particle, { namespace, arms: NO_ARMS, isRequired: true });
    }
  }
  const presence = presenceOf(content.flatMap(({ particles }) => particles));
  return { ...compiler.plan, presence };
}

/** The plan of one item of a repeated choice: one of the particles. */
function choicePlan(
  { particles, namespace }: ScopedParticles,
  compile: ContentCompiler,
): CompiledRecord {
  const compiler = new RecordCompiler(compile);
  for (const [arm, particle] of particles.entries()) {
    compiler.visit(particle, { namespace, arms: new Map([[0, arm]]), isRequired: false });
  }
  return { ...compiler.plan, presence: presenceOf([{ choice: particles }]) };
}

/** What a particle inherits from the ones around it. */
interface Context {
  readonly namespace: string;
  readonly arms: Arms;
  /** It is in every record. */
  readonly isRequired: boolean;
}

class RecordCompiler {
  readonly #members = new Map<string, ElementMember>();
  readonly #wildcards: WildcardPlan[] = [];
  readonly #groups: GroupPlan[] = [];
  readonly #required: string[] = [];
  #index = 0;
  /** Number 0 is the choice that the whole record is an item of. */
  #choices = 1;

  constructor(private readonly compile: ContentCompiler) {}

  get plan(): Omit<CompiledRecord, "presence"> {
    return {
      members: this.#members,
      wildcards: this.#wildcards,
      groups: this.#groups,
      required: this.#required,
    };
  }

  visit(particle: Particle, context: Context): void {
    const { namespace, arms, isRequired } = context;
    if ("element" in particle) {
      const { compile } = this;
      const plan = new ElementMember(particle, { namespace, index: this.#index++, arms, compile });
      this.#add(plan);
      if (isRequired && plan.required) this.#required.push(plan.name);
      return;
    }
    if (isRequired && particle.minOccurs !== 0 && particle.member !== undefined) {
      this.#required.push(particle.member);
    }
    if ("any" in particle) {
      this.#wildcards.push(wildcardPlan(particle, this.#index++, arms));
      return;
    }
    const isChoice = "choice" in particle;
    const particles = isChoice ? particle.choice : particle.sequence;
    if (particle.member !== undefined) {
      const record = isChoice
        ? choicePlan({ particles, namespace }, this.compile)
        : recordPlan([{ particles, namespace }], this.compile);
      this.#repeat({ name: particle.member, index: this.#index++, record });
      return;
    }
    const isInnerRequired = isRequired && !isChoice && particle.minOccurs !== 0;
    const choice = isChoice ? this.#choices++ : 0;
    for (const [arm, each] of particles.entries()) {
      const innerArms = isChoice ? new Map([...arms, [choice, arm]]) : arms;
      this.visit(each, { namespace, arms: innerArms, isRequired: isInnerRequired });
    }
  }

  #repeat(group: CompiledGroup): void {
    this.#groups.push(group);
    for (const first of group.record.members.values()) {
      for (let plan: ElementMember | undefined = first; plan !== undefined; plan = plan.next) {
        this.#add(plan.within(group));
      }
    }
    for (const inner of group.record.wildcards) {
      this.#wildcards.push({
        ...inner,
        index: group.index,
        arms: NO_ARMS,
        group: { plan: group, inner },
      });
    }
  }

  #add(plan: ElementMember): void {
    const first = this.#members.get(plan.element);
    if (first === undefined) {
      this.#members.set(plan.element, plan);
      return;
    }
    let same: ElementMember | undefined = first;
    while (same !== undefined && (same.namespace !== plan.namespace || same.name !== plan.name)) {
      same = same.next;
    }
    if (same === undefined) {
      let last = first;
      while (last.next !== undefined) last = last.next;
      last.next = plan;
    } else {
      // The element is in several arms, so it does not decide between them.
      same.arms = new Map([...same.arms].filter(([choice, arm]) => plan.arms.get(choice) === arm));
    }
  }
}

/** The namespaces of a wildcard as the wire schema writes them (XML Schema part 1 §3.10). */
function wildcardPlan(
  { any, member, minOccurs, maxOccurs }: AnySchema,
  index: number,
  arms: Arms,
): WildcardPlan {
  const [first, second] = any.split(" ");
  const listed = new Set(any.split(" "));
  const accepts = (namespace: string): boolean => {
    if (first === "##any") return true;
    if (first === "##other") return namespace !== "" && namespace !== second;
    return listed.has(namespace === "" ? "##local" : namespace);
  };
  const many = maxOccurs === "unbounded";
  return { name: member, index, arms, many, required: minOccurs !== 0, accepts };
}
