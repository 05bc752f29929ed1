/** The members of types and groups. */
import type {
  ComplexJson,
  ContractJson,
  GroupJson,
  OperationJson,
  ParticleJson,
  PortJson,
  ServiceJson,
  SimpleJson,
  TypeJson,
} from "./model.js";

export function isSimple(type: TypeJson): type is SimpleJson {
  return "enumeration" in type || "restriction" in type || "list" in type || "union" in type;
}

/** The type that a complex type derives from. */
export function baseOf(type: TypeJson): string | undefined {
  return isSimple(type) ? undefined : (type.extends ?? type.restricts);
}

/** The content of a type as one group; `undefined` if it has no child elements. */
export function contentOf({
  sequence,
  choice,
  all,
  minOccurs,
  maxOccurs,
}: ComplexJson): GroupJson | undefined {
  const occurs = {
    ...(minOccurs === undefined ? {} : { minOccurs }),
    ...(maxOccurs === undefined ? {} : { maxOccurs }),
  };
  if (sequence !== undefined) return { sequence, ...occurs };
  if (choice !== undefined) return { choice, ...occurs };
  return all && { all, ...occurs };
}

export function particlesOf(group: GroupJson): readonly ParticleJson[] {
  if ("sequence" in group) return group.sequence;
  return "choice" in group ? group.choice : group.all;
}

/** The operations of a port, which may be written at another port. */
export function operationsOf({ ports }: ServiceJson, port: PortJson): readonly OperationJson[] {
  const same = ports.find((each) => each.port === port.sameOperationsAs);
  return port.operations ?? same?.operations ?? [];
}

/** All operations, those that several ports have once. */
export function allOperations({ services }: ContractJson): readonly OperationJson[] {
  return services.flatMap(({ ports }) => ports.flatMap(({ operations = [] }) => operations));
}
