/** The options of a generated client as those of the client that it uses. */
import { OptionsError } from "../errors/index.js";
import type { Validate } from "./call-validation.js";
import { assertFacets } from "./validate-option.js";

/** A port of a service in generated code. */
export interface GeneratedPort {
  readonly protocol: string;
  /** The URL that the WSDL states. */
  readonly address: string;
  /** The operations have facets. */
  readonly facets?: boolean;
}

/** The options that generated clients have in addition to those of the client that they use. */
export interface PortSelection {
  readonly port?: string;
  readonly endpoint?: string;
  readonly validate?: Validate;
}

/**
 * Replaces the name of a port by its protocol and its address. If the service has one port only, the name may be absent.
 *
 * @throws OptionsError if the name is absent or unknown, or messages are to be validated without facets
 */
export function portOptions<Port extends GeneratedPort, Options extends PortSelection>(
  ports: Readonly<Record<string, Port>>,
  options: Options,
): Omit<Options, "port" | "endpoint"> & {
  /** The protocol of the port. */
  readonly protocol: Port["protocol"];
  /** The address of the port, or the one that the options state. */
  readonly endpoint: string;
} {
  // Programs without types may pass nothing.
  const { protocol, address, facets } = portOf(ports, options?.port);
  if (options?.validate !== undefined) assertFacets(facets, "The generated code of this client");
  const { port: _, endpoint = address, ...others } = options;
  return { ...others, protocol, endpoint };
}

function portOf<Port>(ports: Readonly<Record<string, Port>>, name: string | undefined): Port {
  const names = Object.keys(ports);
  const [only, ...others] = names;
  const wanted = name ?? (others.length === 0 ? only : undefined);
  const port = wanted !== undefined && Object.hasOwn(ports, wanted) ? ports[wanted] : undefined;
  if (port !== undefined) return port;
  const valid = names.map((each) => JSON.stringify(each)).join(", ");
  throw new OptionsError(
    wanted === undefined
      ? `port is required because the service has several ports: use one of ${valid}.`
      : `port ${JSON.stringify(wanted)} does not exist in the service: use one of ${valid}.`,
  );
}
