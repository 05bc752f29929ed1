/** Tests that need a program of another stack. */
import { spawnSync } from "node:child_process";
import { describe, it, type TestContext } from "vitest";

export interface Peer {
  /** What is missing if the probe fails. */
  readonly name: string;
  /** A command that succeeds if the peer is installed. */
  readonly probe: readonly [command: string, ...args: string[]];
}

export const PHP: Peer = {
  name: "php with ext-soap",
  probe: ["php", "-r", 'exit(extension_loaded("soap") ? 0 : 1);'],
};

export const MONO: Peer = {
  name: "Mono with its wsdl tool",
  probe: ["sh", "-c", "mcs --version && wsdl /?"],
};

export const CURL: Peer = { name: "curl", probe: ["curl", "--version"] };

/** Debian's Python, also if another one is first in the PATH. */
export const ZEEP: Peer = { name: "zeep", probe: ["/usr/bin/python3", "-c", "import zeep"] };

export const SUDS: Peer = { name: "suds", probe: ["/usr/bin/python3", "-c", "import suds"] };

export const PERL: Peer = {
  name: "Perl with SOAP::Lite",
  probe: ["perl", "-MSOAP::Lite", "-MHTTP::Cookies", "-e", "1"],
};

export const GSOAP: Peer = {
  name: "gSOAP with g++",
  probe: ["sh", "-c", "wsdl2h -V && soapcpp2 -V && g++ --version"],
};

export const JAX_WS: Peer = {
  name: "Java with Debian's JAX-WS",
  probe: [
    "sh",
    "-c",
    "javac -version && wsimport -version && test -e /usr/share/java/jaxws-rt.jar",
  ],
};

/** The first of the peers that is not installed. */
export function missingPeer(peers: readonly Peer[]): Peer | undefined {
  return peers.find((peer) => !isPresent(peer));
}

function isPresent({ probe: [command, ...args] }: Peer): boolean {
  return spawnSync(command, args).status === 0;
}

/** CI sets it: what is missing is a failure there. */
const isRequired = process.env.RESCUE_SOAP_REQUIRE_PEERS === "1";

/**
 * Skips the test if a program cannot be installed from the npm registry. With `RESCUE_SOAP_REQUIRE_PEERS` it fails.
 *
 * @returns the program
 */
export function requireProgram<Program>(
  program: Program | undefined,
  name: string,
  context: TestContext,
): Program {
  if (program !== undefined) return program;
  const message = `${name} cannot be installed from the npm registry`;
  if (isRequired) throw new Error(message);
  return context.skip(message);
}

/** Skips the tests if the peer is missing. With `RESCUE_SOAP_REQUIRE_PEERS`, which CI sets, they fail. */
export function describeWithPeer(peer: Peer, title: string, tests: () => void): void {
  const { name } = peer;
  if (isPresent(peer)) {
    describe(title, tests);
  } else if (isRequired) {
    it(title, () => {
      throw new Error(`${name} is missing; scripts/install-peers.sh installs it.`);
    });
  } else {
    describe.skip(`${title} (skipped: ${name} is not on this machine)`, tests);
  }
}
