/** The attributes of spans and measurements. */
import type { Attributes } from "@opentelemetry/api";
import { UndeliveredError } from "../errors/index.js";
import {
  type Call,
  type CallProgress,
  type CallResult,
  SoapFault,
  standardCode,
} from "../protocol/index.js";

/** The attributes of a call at its start (RPC spans, "Client"). */
export function callAttributes(
  { operation, endpoint }: Call,
  service: string | undefined,
): Attributes {
  return {
    "rpc.system.name": "soap",
    "rpc.method": methodName(operation, service),
    ...serverAttributes(endpoint),
  };
}

function serverAttributes(endpoint: string): Attributes {
  if (!URL.canParse(endpoint)) return {};
  const { hostname, port, protocol } = new URL(endpoint);
  const standard = protocol === "https:" ? 443 : 80;
  return {
    "server.address": hostname.replace(/^\[(.*)\]$/, "$1"),
    "server.port": port === "" ? standard : Number(port),
  };
}

/** `service/operation`; the service by default from the action, whose last parts are its port type and the operation. */
function methodName({ name, soapAction }: Call["operation"], service: string | undefined): string {
  const parts = soapAction.split(/[/#]/);
  const last = parts.pop();
  const named = service ?? (last === name ? parts.pop() : undefined);
  return named ? `${named}/${name}` : name;
}

/** The attributes of spans and measurements that depend on the result. Their values are few. */
export function resultAttributes(result: CallResult, error: unknown): Attributes {
  const code = error instanceof SoapFault ? faultType(error) : undefined;
  const status = code ?? result.status;
  const type = code ?? result.errorCode;
  return {
    ...(status === undefined ? {} : { "rpc.response.status_code": status }),
    ...(type === undefined ? {} : { "error.type": type }),
  };
}

/** The local name of a code that SOAP defines; a server may send others, any number of them. */
function faultType({ faultCode }: SoapFault): string {
  if (standardCode(faultCode) === undefined) return "_OTHER";
  return faultCode.local.split(".")[0] ?? "_OTHER";
}

/** The attributes of a span at its end. */
export function endAttributes(
  { exchanges, waited, httpStatus, sizes }: CallProgress,
  { status, faultCode }: CallResult,
  error: unknown,
): Attributes {
  const delivery = error instanceof UndeliveredError ? error.delivery : undefined;
  const optional = {
    "http.response.status_code": httpStatus,
    "http.request.resend_count": exchanges > 1 ? exchanges - 1 : undefined,
    "http.request.body.size": sizes?.request,
    "http.response.body.size": sizes?.response,
    "rescue_soap.outcome.status": status,
    "rescue_soap.fault.code": faultCode,
    "rescue_soap.delivery": delivery,
  };
  const present = Object.entries(optional).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(present),
    "rescue_soap.attempts": exchanges,
    "rescue_soap.wait.duration": waited / 1_000,
  };
}
