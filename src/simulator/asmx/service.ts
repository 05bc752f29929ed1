/** What the ASMX engine serves: a contract, its wire schema, and the methods behind it. */
import type { MessageSchema, Operation } from "../../soap/schema.js";
import type { Contract } from "../../wsdl/index.js";

/** Values by the names of elements; a string, array or object that is undefined is .NET's null. */
export type Values = Readonly<Record<string, unknown>>;

/** A call of a method, over whichever binding it came. */
export interface MethodCall {
  readonly operation: string;
  readonly parameters: Values;
  readonly cookies: CookieAccess;
}

export interface CookieAccess {
  /** The value of a cookie of the request. */
  get(name: string): string | undefined;
  /** Sets a cookie in the response, HttpOnly and for all paths. */
  set(name: string, value: string): void;
}

/** An operation whose messages are wrapped, as those of ASMX are. */
export interface Method extends Operation {
  readonly input: MessageSchema;
  readonly output: MessageSchema;
}

export interface AsmxService {
  readonly contract: Contract;
  /** The text that `?WSDL` gives; the address in it becomes the one that was asked. */
  readonly wsdl: string;
  readonly operations: Readonly<Record<string, Method>>;
  /** Gives the values of the response. */
  invoke(call: MethodCall): Values;
  /** A page beside API.asmx, `login.aspx`: its text, or `undefined` where there is none. */
  page(name: string, parameters: URLSearchParams, cookies: CookieAccess): string | undefined;
}
