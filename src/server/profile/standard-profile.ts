/**
 * The rules of the standards: SOAP 1.1, SOAP 1.2, and WS-I Basic Profile 1.1 for what SOAP 1.1 leaves open. The element in
 * the Body selects the operation, and the action if several have that element. A request that differs from the contract
 * is a fault that explains the difference.
 */

import { type Deviation, encodeMessage } from "../../codec/index.js";
import { EncodeError } from "../../errors/index.js";
import {
  faultText,
  isForLastReceiver,
  notUnderstoodBlock,
  wrapEnvelope,
} from "../../protocol/index.js";
import type { SoapVersion } from "../../schema/index.js";
import { clark, type ExpandedName, type XmlElement } from "../../xml/index.js";
import type { Entry, OperationIndex } from "../operation-index.js";
import { faultContent, ServiceFault, standardCodeOf } from "../service-fault.js";
import { thrownText } from "../thrown.js";
import type { OperationSelector, OtherEnvelope, Profile } from "./profile.js";
import { versionMismatch } from "./version-mismatch.js";

/** Faults about the Header, which must not have a detail (SOAP 1.1 §4.4). */
const WITHOUT_DETAIL: ReadonlySet<string | undefined> = new Set([
  "MustUnderstand",
  "VersionMismatch",
]);

/** Subcodes of faults of encoded procedures (SOAP 1.2 part 2 §4.4). */
const BAD_ARGUMENTS = "{http://www.w3.org/2003/05/soap-rpc}BadArguments";
const PROCEDURE_NOT_PRESENT = "{http://www.w3.org/2003/05/soap-rpc}ProcedureNotPresent";

/**
 * @param onDeviation gets each deviation of a request from the contract; a ServiceFault that it throws is the response
 * @param replaceForbiddenCharacters see `ServiceOptions`
 */
export function standardProfile(
  onDeviation: (deviation: Deviation) => void,
  replaceForbiddenCharacters: boolean,
): Profile {
  return {
    acceptsParts: true,
    acceptsCodings: true,
    acceptsIrregularity: (kind) => kind === "surrogate-references" || replaceForbiddenCharacters,
    otherRoot,
    pick,
    otherBody({ input, name }, { body }) {
      const expected =
        "parts" in input ? name : clark({ local: input.element, namespace: input.namespace });
      const what = body === undefined ? "is empty" : `contains ${clark(body)}`;
      throw clientFault(`The Body ${what}; ${expected} was expected for ${name}.`);
    },
    isAddressed: isForLastReceiver,
    notUnderstood,
    reading: ({ name, input }) => ({
      onDeviation: (kind, path) => onDeviation({ kind, operation: name, path }),
      onViolation({ message }) {
        throw clientFault(message, input.encoded === true ? [BAD_ARGUMENTS] : []);
      },
    }),
    complete: (_, values) => values,
    write: (message, values, { name, ...options }) => encodeMessage(message, values, name, options),
    envelope: wrapEnvelope,
    failure,
    faultBody(version, fault, detail) {
      const tag = version === "soap11" ? "detail" : "soap:Detail";
      const isNeeded = version === "soap11" && !WITHOUT_DETAIL.has(standardCodeOf(fault));
      const element = detail === "" && !isNeeded ? "" : `<${tag}>${detail}</${tag}>`;
      return faultText(version, faultContent(fault), element);
    },
    // SOAP 1.1 §6.2, SOAP 1.2 part 2 §7.5.2.2.
    faultStatus: (version, fault) =>
      version === "soap12" && standardCodeOf(fault) === "Client" ? 400 : 500,
    unreadable: ({ message }, respondWith) => respondWith(clientFault(message)),
  };
}

/** In 1.2 any other root is a version mismatch (SOAP 1.2 part 1 §5.4.6); in 1.1 only another namespace is (§4.4.1). */
function otherRoot(envelope: OtherEnvelope): ServiceFault {
  const { root, faultVersion } = envelope;
  if (faultVersion === "soap12" || root.local === "Envelope") return versionMismatch(envelope);
  return clientFault(`The document is <${root.local}>; a SOAP envelope was expected.`);
}

function pick(index: OperationIndex, { body, action }: OperationSelector): Entry {
  const byAction = index.byAction(action);
  const byBody = index.byBody(body);
  const both = byBody.find((entry) => byAction.includes(entry));
  const [picked] = both === undefined ? [...byBody, ...(action === "" ? [] : byAction)] : [both];
  if (picked !== undefined) return picked;
  throw clientFault(
    `No operation has the request ${nameOf(body)}${action === undefined || action === "" ? "" : `, and none has the action ${action}`}.`,
    index.hasEncoded ? [PROCEDURE_NOT_PRESENT] : [],
  );
}

function nameOf(body: ExpandedName | undefined): string {
  return body === undefined ? "of an empty Body" : clark(body);
}

/** SOAP 1.2 names each block (part 1 §5.4.8). */
function notUnderstood(blocks: readonly XmlElement[], version: SoapVersion): ServiceFault {
  const names = blocks.map(({ name }) => clark(name));
  return new ServiceFault(`The service does not understand the header ${names.join(", ")}.`, {
    faultCode: "MustUnderstand",
    headerBlocks: version === "soap12" ? names.map(notUnderstoodBlock) : [],
  });
}

function failure(error: unknown): ServiceFault {
  const message = thrownText(error);
  return new ServiceFault(
    error instanceof EncodeError
      ? `The response of the service does not fit its contract: ${message}`
      : message,
  );
}

function clientFault(message: string, subcodes: readonly string[] = []): ServiceFault {
  return new ServiceFault(message, { faultCode: "Client", subcodes });
}
