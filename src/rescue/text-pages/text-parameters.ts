/** The parameters of a call on its text page. */
import { encodeMessage } from "../../codec/index.js";
import type { Call } from "../../protocol/index.js";
import { messageElements } from "../../schema/index.js";
import { UnsupportedProtocolError } from "../errors.js";
import { pinCodeText } from "../facts/pin-code.js";
import { reportArea } from "../facts/report-areas.js";
import { pageProblem } from "../facts/text-pages/pages.js";
import { parameterOf } from "../facts/text-pages/parameters.js";
import { pageBoolean, pageDateTime } from "../facts/text-pages/values.js";

/**
 * @throws EncodeError if the request does not match the operation; the same error as over SOAP
 * @throws UnsupportedProtocolError if the operation or a member of the request is not documented for the text pages
 */
export function textParameters({ operation, request }: Call): URLSearchParams {
  const { name } = operation;
  const problem = pageProblem(name);
  if (problem !== undefined) {
    throw new UnsupportedProtocolError(
      `${name} is not supported over the text pages, because it ${problem.text}. Use the protocol soap12.`,
    );
  }
  encodeMessage(operation.input, request);
  const parameters = new URLSearchParams();
  for (const { element } of messageElements(operation.input)) {
    const value = request[element];
    if (value === undefined || value === null) continue;
    const parameter = parameterOf(name, element);
    if (parameter === undefined) {
      throw new UnsupportedProtocolError(
        `${name}/${element} has no documented parameter on the text pages. Use the protocol soap12.`,
      );
    }
    parameters.append(parameter, parameterValue(element, value));
  }
  return parameters;
}

function parameterValue(member: string, value: unknown): string {
  if (typeof value === "boolean") return pageBoolean(member, value);
  if (Array.isArray(value)) return value.join(",");
  const text = String(value);
  switch (member) {
    case "iPINCode":
      return pinCodeText(text);
    case "eReportArea":
      return String(reportArea(text)?.number ?? text);
    case "dBeginDate":
    case "dEndDate":
      return pageDateTime(text);
    default:
      return text;
  }
}
