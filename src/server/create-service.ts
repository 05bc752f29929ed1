/** A service put together from its operations and its description. */

import type { Contract } from "../contract/index.js";
import type { MtomOption } from "../mime/index.js";
import type { Operation, SoapVersion } from "../schema/index.js";
import type { Description } from "./description/description.js";
import { formBindings } from "./description/http-binding.js";
import { OperationIndex } from "./operation-index.js";
import type { Profile } from "./profile/profile.js";
import type { Service } from "./service.js";

export interface ServiceParts extends Pick<Service, "invoke" | "page"> {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly description: Description | undefined;
  readonly profile: Profile;
  readonly versions?: readonly SoapVersion[] | undefined;
  readonly understands?: readonly string[] | undefined;
  readonly mtom?: MtomOption | undefined;
}

const ALL: readonly SoapVersion[] = ["soap11", "soap12"];

/** Which versions of SOAP it speaks is what its WSDL says, unless something else is said; without a WSDL it is both. */
export function createService(parts: ServiceParts): Service {
  const {
    operations,
    description,
    profile,
    versions,
    understands = [],
    mtom,
    invoke,
    page,
  } = parts;
  const contract = description?.contract;
  return {
    name: contract?.services[0]?.name ?? "Service",
    operations,
    index: new OperationIndex(operations),
    description,
    forms: contract === undefined ? [] : formBindings(contract, operations),
    profile,
    versions: versions ?? versionsOf(contract),
    understands: new Set(understands),
    mtom,
    invoke,
    ...(page === undefined ? {} : { page }),
  };
}

function versionsOf(contract: Contract | undefined): readonly SoapVersion[] {
  const protocols = contract?.services.flatMap(({ ports }) =>
    ports.map(({ protocol }) => protocol),
  );
  const spoken = ALL.filter((version) => protocols?.includes(version));
  return spoken.length === 0 ? ALL : spoken;
}
