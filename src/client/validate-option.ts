/** The option `validate` of clients: checks the facets of requests and responses. */
import { OptionsError } from "../errors/index.js";
import type { ExchangeSecrets } from "../http/index.js";
import type { Call } from "../protocol/index.js";
import type { CallValidation, Validate } from "./call-validation.js";

/** Loads the checks of a call: clients without the option do without their code. @throws OptionsError if the operation has no facets */
export async function callValidation(
  call: Call,
  validate: Validate,
  secrets: ExchangeSecrets,
): Promise<CallValidation> {
  assertFacets(call.operation.facets, `The operation ${call.operation.name}`);
  const { validationOf } = await import("./call-validation.js");
  return validationOf(call, validate, secrets);
}

/** @param subject the subject of the sentence */
export function assertFacets(facets: boolean | undefined, subject: string): void {
  if (facets === true) return;
  throw new OptionsError(
    `${subject} has no facets, which the option validate needs: generate the code again with --facets ` +
      "(rescue-soap generate <wsdl> --out <folder> --facets), or leave out validate.",
  );
}
