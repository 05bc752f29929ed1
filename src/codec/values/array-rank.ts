/** The number of dimensions of a SOAP array, by the last brackets of `{namespace}type[][,]` (SOAP 1.1 §5.4.2). */
export function rankOf(soapArray: string | undefined): number {
  const commas = /\[([^[\]]*)\]$/.exec(soapArray ?? "")?.[1] ?? "";
  return commas.split(",").length;
}
