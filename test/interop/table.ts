/** The cells as a text table: a row per kind, a column per pair, a mark per protocol. */
import type { Cell } from "./pair.js";

const MARKS: Readonly<Record<Cell["result"], string>> = {
  ok: "ok",
  failed: "FAILED",
  "n/a": "n/a",
  skipped: "-",
};

/** @param cells of pairs that share their kinds */
export function tableOf(cells: readonly Cell[]): string {
  const kinds = [...new Set(cells.map(({ kind }) => kind))];
  const clients = new Set(cells.map(({ client }) => client));
  const [first] = cells;
  const title = clients.size === 1 ? `${first?.client} →` : `→ ${first?.server}`;
  const columns = groupBy(cells, ({ client, server }) => (clients.size === 1 ? server : client));
  const rows = [
    [title, ...columns.keys()],
    ["", ...[...columns.values()].map((of) => protocolsOf(of).map(padded).join(" "))],
    ...kinds.map((kind) => [kind, ...[...columns.values()].map((of) => marks(kind, of))]),
  ];
  return [aligned(rows), ...notes(cells)].join("\n");
}

function protocolsOf(cells: readonly Cell[]): string[] {
  return [...new Set(cells.map(({ protocol }) => protocol))];
}

function marks(kind: string, cells: readonly Cell[]): string {
  return protocolsOf(cells)
    .map((protocol) => cells.find((cell) => cell.kind === kind && cell.protocol === protocol))
    .map((cell) => padded(cell === undefined ? "" : MARKS[cell.result]))
    .join(" ");
}

function padded(mark: string): string {
  return mark.padEnd(4);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.trimEnd().length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((text, column) => text.trimEnd().padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Why cells are not ok, each reason once. */
function notes(cells: readonly Cell[]): string[] {
  const noted = cells.filter(({ reason }) => reason !== undefined);
  const byReason = groupBy(
    noted,
    ({ client, server, result, reason }) => `${MARKS[result]}  ${client} → ${server}: ${reason}`,
  );
  return [...byReason].map(
    ([note, of]) => `${note} (${[...new Set(of.map(({ kind }) => kind))].join(", ")})`,
  );
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}
