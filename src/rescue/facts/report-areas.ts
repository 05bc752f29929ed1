/** Report areas: SOAP identifies them by name, the text pages by number. */

interface ReportArea {
  readonly name: string;
  readonly number: number;
}

const REPORT_AREAS: readonly ReportArea[] = [
  { number: 0, name: "SESSION" },
  { number: 1, name: "CUSTOMERSURVEY" },
  { number: 2, name: "LOGIN" },
  { number: 3, name: "MISSEDSESSIONS" },
  { number: 4, name: "PERFORMANCE" },
  { number: 5, name: "CHATLOG" },
  { number: 6, name: "CUSTOMFIELDS" },
  { number: 7, name: "TRANSFERREDSESSIONS" },
  { number: 8, name: "TECHNICIANSURVEY" },
  { number: 9, name: "COLLABORATIONCHATLOG" },
  { number: 10, name: "FAILEDSESSIONS" },
  { number: 16, name: "TRANSFERREDSESSIONSEXTENDED" },
];

/** @param text a number, or a name in any letter case, with or without separators */
export function reportArea(text: string): ReportArea | undefined {
  const folded = text.replace(/[\W_]/g, "").toUpperCase();
  return REPORT_AREAS.find(({ name, number }) => name === folded || String(number) === text);
}
