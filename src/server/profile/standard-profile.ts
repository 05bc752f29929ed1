/**
 * What the standards say: SOAP 1.1, SOAP 1.2, and WS-I Basic Profile 1.1 where 1.1 leaves things open. The element in the
 * Body picks the operation; the action does where that element doesn't tell. A request that isn't what the contract says
 * is a fault that tells what is wrong.
 */

import { type Deviation, encodeMessage } from "../../codec/index.js";
import { type DecodeError, EncodeError } from "../../errors/index.js";
import { wrapEnvelope } from "../../protocol/index.js";
import { ENVELOPE_NAMESPACE, type SoapVersion } from "../../schema/index.js";
import {
  clark,
  type ExpandedName,
  expanded,
  PrefixDeclarations,
  type XmlElement,
} from "../../xml/index.js";
import { faultText, standardCode } from "../fault-text.js";
import type { Entry, OperationIndex } from "../operation-index.js";
import { ServiceFault } from "../service-fault.js";
import type { Profile, Signs } from "./profile.js";
import { versionMismatch } from "./version-mismatch.js";

/** Roles and actors that a service at the end of the way plays (SOAP 1.1 §4.2.2, SOAP 1.2 part 1 §2.2). */
const OWN_ROLES: ReadonlySet<string> = new Set([
  "",
  "http://schemas.xmlsoap.org/soap/actor/next",
  `${ENVELOPE_NAMESPACE.soap12}/role/next`,
  `${ENVELOPE_NAMESPACE.soap12}/role/ultimateReceiver`,
]);

/** Faults about the Header, whose detail must not be there (SOAP 1.1 §4.4). */
const WITHOUT_DETAIL: ReadonlySet<string | undefined> = new Set([
  "MustUnderstand",
  "VersionMismatch",
]);

/** What is wrong with a call of an encoded procedure (SOAP 1.2 part 2 §4.4). */
const BAD_ARGUMENTS = "{http://www.w3.org/2003/05/soap-rpc}BadArguments";
const PROCEDURE_NOT_PRESENT = "{http://www.w3.org/2003/05/soap-rpc}ProcedureNotPresent";

/** @param onDeviation told what a request does otherwise than the contract; what it throws is answered */
export function standardProfile(onDeviation: (deviation: Deviation) => void): Profile {
  return {
    acceptsParts: true,
    acceptsCodings: true,
    otherRoot,
    pick,
    otherBody({ input, name }, { body }) {
      const expected =
        "parts" in input ? name : clark({ local: input.element, namespace: input.namespace });
      throw client(`The Body holds ${told(body)}; ${expected} was expected for ${name}.`);
    },
    isAddressed({ attributes }, version) {
      const local = version === "soap11" ? "actor" : "role";
      const role = attributes.find(
        ({ name }) => name.local === local && name.namespace === ENVELOPE_NAMESPACE[version],
      );
      return OWN_ROLES.has(role?.value.trim() ?? "");
    },
    notUnderstood,
    reading: ({ name, input }) => ({
      onDeviation: (kind, path) => onDeviation({ kind, operation: name, path }),
      onViolation(violation) {
        throw client(asRequest(violation), input.encoded === true ? [BAD_ARGUMENTS] : []);
      },
    }),
    complete: (_, values) => values,
    write: (message, values, { name, ...writing }) => encodeMessage(message, values, name, writing),
    envelope: wrapEnvelope,
    failure,
    faultBody(version, fault, detail) {
      const tag = version === "soap11" ? "detail" : "soap:Detail";
      const isNeeded = version === "soap11" && !WITHOUT_DETAIL.has(standardCode(fault));
      const element = detail === "" && !isNeeded ? "" : `<${tag}>${detail}</${tag}>`;
      return faultText(version, fault, element);
    },
    // SOAP 1.1 §6.2, SOAP 1.2 part 2 §7.5.2.2.
    faultStatus: (version, fault) =>
      version === "soap12" && standardCode(fault) === "Client" ? 400 : 500,
    unreadable: (error, answerFault) => answerFault(client(asRequest(error))),
  };
}

/** In 1.2 any other root is one of another version (SOAP 1.2 part 1 §5.4.6); in 1.1 only the namespace is (§4.4.1). */
function otherRoot(
  name: ExpandedName,
  answered: SoapVersion,
  spoken: readonly SoapVersion[],
): ServiceFault {
  if (answered === "soap12" || name.local === "Envelope") {
    return versionMismatch(name.namespace, answered, spoken);
  }
  return client(`The request is <${name.local}>, no SOAP envelope.`);
}

function pick(index: OperationIndex, { body, action }: Signs): Entry {
  const byAction = index.byAction(action);
  const byBody = index.byBody(body);
  const both = byBody.find((entry) => byAction.includes(entry));
  const [picked] = both === undefined ? [...byBody, ...(action === "" ? [] : byAction)] : [both];
  if (picked !== undefined) return picked;
  throw client(
    `No operation takes ${told(body)}${action === undefined || action === "" ? "" : `, and none has the action ${action}`}.`,
    index.hasEncoded ? [PROCEDURE_NOT_PRESENT] : [],
  );
}

function told(body: Signs["body"]): string {
  return body === undefined ? "an empty Body" : clark(body);
}

/** In 1.2 each block is named (SOAP 1.2 part 1 §5.4.8). */
function notUnderstood(blocks: readonly XmlElement[], version: SoapVersion): ServiceFault {
  const names = blocks.map(({ name }) => clark(name));
  const headerBlocks = version === "soap12" ? names.map(notUnderstoodBlock) : [];
  return new ServiceFault(`The service doesn't understand the header ${names.join(", ")}.`, {
    faultCode: "MustUnderstand",
    headerBlocks,
  });
}

function notUnderstoodBlock(name: string): string {
  const prefixes = new PrefixDeclarations();
  const qname = prefixes.spell(expanded(name));
  return `<soap:NotUnderstood${prefixes.attributes} qname="${qname}"/>`;
}

function failure(error: unknown): ServiceFault {
  const message = error instanceof Error ? error.message : String(error);
  return new ServiceFault(
    error instanceof EncodeError
      ? `The service's answer isn't what its contract says: ${message}`
      : message,
  );
}

function client(message: string, subcodes: readonly string[] = []): ServiceFault {
  return new ServiceFault(message, { faultCode: "Client", subcodes });
}

/** The decoder's words are a client's, for which messages are answers. */
function asRequest({ message }: DecodeError): string {
  return message.replace(/^The answer\b/, "The request");
}
