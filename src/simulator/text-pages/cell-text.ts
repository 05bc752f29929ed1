/** The text of a simple value as .NET writes it: `True` and `False`, and an empty text for null. */
export function cellText(value: unknown): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return value === undefined || value === null ? "" : String(value);
}
