/** Import cycles: the strongly connected components of the graph (Tarjan, 1972). */
import type { SourceGraph } from "./source-graph.js";

/** @returns the files of each cycle, in the order in which they are reached */
export function cyclesOf(graph: SourceGraph): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];

  const visit = (file: string): number => {
    const index = order.size;
    order.set(file, index);
    stack.push(file);
    let low = index;
    for (const { target } of graph.get(file)?.imports ?? []) {
      if (target === undefined || !graph.has(target)) continue;
      if (target === file) cycles.push([file]);
      const reached = order.get(target);
      if (reached === undefined) low = Math.min(low, visit(target));
      else if (stack.includes(target)) low = Math.min(low, reached);
    }
    if (low === index) {
      const component = stack.splice(stack.indexOf(file));
      if (component.length > 1) cycles.push(component);
    }
    return low;
  };

  for (const file of graph.keys()) {
    if (!order.has(file)) visit(file);
  }
  return cycles;
}
