/** Content whose order matters: the items of `$content`. */
import type { Shape } from "../../src/codegen/shape/node.js";
import type { PlainParticle } from "../../src/codegen/shape/particle.js";
import type { ComplexDefinition } from "../../src/contract/index.js";
import type { Context } from "./context.js";
import { orderedContent } from "./heights.js";
import { elementValue } from "./type-value.js";
import { wildcardElement } from "./wildcard-value.js";

type Item = Readonly<Record<string, unknown>>;

const TEXTS = ["some text", " & ", "<b>", "\n  two\n  lines"];

export function orderedValue(
  type: ComplexDefinition,
  shape: Shape,
  context: Context,
): readonly (string | Item)[] {
  const content = orderedContent(type);
  const items = content === undefined ? [] : itemsOf(content, shape, context, false);
  if (!shape.mixed) return items;
  const text = () => (context.draw.chance(0.4) ? [context.draw.pick(TEXTS)] : []);
  return [...items.flatMap((item) => [...text(), item]), ...text()];
}

function itemsOf(
  particle: PlainParticle,
  shape: Shape,
  context: Context,
  isPresent: boolean,
): readonly Item[] {
  const { heights } = context.subject;
  if (
    !isPresent &&
    particle.minOccurs === 0 &&
    !Number.isFinite(heights.ofParticle(particle, true))
  ) {
    return [];
  }
  const least = isPresent ? Math.max(1, particle.minOccurs) : particle.minOccurs;
  const count = context.count(least, particle.maxOccurs);
  return Array.from({ length: count }, () => once(particle, shape, context)).flat();
}

function once(particle: PlainParticle, shape: Shape, context: Context): readonly Item[] {
  switch (particle.kind) {
    case "element": {
      const { element } = particle;
      const node = shape.nodes.find(
        (each) => each.kind === "member" && each.element.name.key === element.name.key,
      );
      const member = node?.member ?? element.name.local;
      return [{ [member]: elementValue(element, context) }];
    }
    case "any": {
      const member = shape.nodes.find(({ kind }) => kind === "any")?.member ?? "$any";
      const element = wildcardElement(particle.wildcard, particle.minOccurs === 0, context);
      return element === undefined ? [] : [{ [member]: element }];
    }
    case "sequence":
      return particle.particles.flatMap((each) => itemsOf(each, shape, context, false));
    case "choice": {
      const { heights } = context.subject;
      const arm = context.way(particle.particles, (each) => heights.ofParticle(each, true));
      return itemsOf(arm, shape, context, true);
    }
  }
}
