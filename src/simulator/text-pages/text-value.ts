/** As .NET writes values in texts: True and False; nothing for null. */
export function cellText(value: unknown): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return value === undefined || value === null ? "" : String(value);
}
