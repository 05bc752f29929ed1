/** Particles in their simplest form: equivalent particles have the same form. */
import type {
  ElementParticle,
  GroupParticle,
  Occurrence,
  Particle,
  WildcardParticle,
} from "../../contract/index.js";

/** A particle without redundant groups. An `all` is a sequence; `Shape.form` records that its order is free. */
export type PlainParticle = ElementParticle | WildcardParticle | PlainGroup;

export interface PlainGroup extends Occurrence {
  readonly kind: "sequence" | "choice";
  readonly particles: readonly PlainParticle[];
}

/** `undefined` if the particle allows no content. */
export function plain(particle: Particle): PlainParticle | undefined {
  if (particle.maxOccurs === 0) return undefined;
  if (particle.kind === "any") return particle;
  return particle.kind === "element" ? substituted(particle) : plainGroup(particle);
}

/** An element with substitutes is a choice of all of them (XML Schema part 1 §3.3.6). */
function substituted(particle: ElementParticle): PlainParticle {
  const { element, minOccurs, maxOccurs } = particle;
  const alternatives = [element, ...element.substitutes].filter((each) => !each.abstract);
  const [only = element, ...others] = alternatives;
  if (others.length === 0) return { ...particle, element: only };
  const particles = alternatives.map((each) => ({
    ...particle,
    element: each,
    minOccurs: 1,
    maxOccurs: 1,
  }));
  return { kind: "choice", particles, minOccurs, maxOccurs };
}

function plainGroup(group: GroupParticle): PlainParticle | undefined {
  const { minOccurs, maxOccurs } = group;
  const kind = group.kind === "choice" ? "choice" : "sequence";
  const inner = group.particles.map(plain);
  const present = inner.filter((particle) => particle !== undefined);
  const particles = present.flatMap((particle) =>
    isSpliced(particle, kind, maxOccurs) ? particle.particles : [particle],
  );
  const [first, ...others] = particles;
  if (first === undefined) return undefined;
  // An arm that may be nothing makes the choice optional.
  const isOptional = kind === "choice" && inner.some((arm) => arm === undefined || mayBeEmpty(arm));
  const least = isOptional ? 0 : minOccurs;
  if (others.length === 0) return repeated(first, { minOccurs: least, maxOccurs });
  return {
    kind,
    particles: isFree(kind, maxOccurs) ? particles.map(single) : particles,
    minOccurs: least,
    maxOccurs,
  };
}

/** Whether a group can be inlined into a group of its kind: it neither repeats nor is optional. */
function isSpliced(
  particle: PlainParticle,
  kind: PlainGroup["kind"],
  outer: Occurrence["maxOccurs"],
): particle is PlainGroup {
  if (particle.kind !== kind) return false;
  return (particle.minOccurs === 1 && particle.maxOccurs === 1) || isFree(kind, outer);
}

/** A choice that repeats without bound; the occurrence of an arm has no effect. */
function isFree(kind: PlainGroup["kind"], maxOccurs: Occurrence["maxOccurs"]): boolean {
  return kind === "choice" && maxOccurs === "unbounded";
}

function single(particle: PlainParticle): PlainParticle {
  return particle.kind === "element" || particle.kind === "any" || particle.kind === "choice"
    ? { ...particle, minOccurs: 1, maxOccurs: 1 }
    : particle;
}

/** The only particle of a group, with the occurrence of the group applied. */
function repeated(particle: PlainParticle, { minOccurs, maxOccurs }: Occurrence): PlainParticle {
  return {
    ...particle,
    minOccurs: Math.min(particle.minOccurs * minOccurs, Number.MAX_SAFE_INTEGER),
    maxOccurs: product(particle.maxOccurs, maxOccurs),
  };
}

function product(
  one: Occurrence["maxOccurs"],
  other: Occurrence["maxOccurs"],
): Occurrence["maxOccurs"] {
  if (one === "unbounded" || other === "unbounded") return "unbounded";
  return one * other > Number.MAX_SAFE_INTEGER ? "unbounded" : one * other;
}

export function mayBeEmpty(particle: PlainParticle): boolean {
  if (particle.minOccurs === 0) return true;
  if (particle.kind === "sequence") return particle.particles.every(mayBeEmpty);
  return particle.kind === "choice" && particle.particles.some(mayBeEmpty);
}

/** All elements and wildcards in a particle, in their order. */
export function leaves(particle: PlainParticle): readonly (ElementParticle | WildcardParticle)[] {
  return particle.kind === "element" || particle.kind === "any"
    ? [particle]
    : particle.particles.flatMap(leaves);
}
