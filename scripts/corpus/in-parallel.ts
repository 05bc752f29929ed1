/** Processes a few items at a time. @returns the results in the order of the items */
export async function inParallel<Item, Value>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = new Array(items.length);
  const open = items.entries();
  const next = async (): Promise<void> => {
    for (const [at, item] of open) values[at] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return values;
}
