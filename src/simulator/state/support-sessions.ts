/** The support sessions of customers with technicians. */
import type { SESSION_STATUS } from "../../generated/index.js";
import type { Clock } from "./clock.js";
import type { Organization } from "./organization.js";
import type { OrganizationNode } from "./organization-node.js";

/** A support session of a customer with a technician. */
export interface SupportSession {
  /** The session id in requests and responses. */
  readonly id: number;
  /** The state of the session. */
  status: SESSION_STATUS;
  /** The id of the channel by which the customer arrived; 0 for a PIN code. */
  readonly channel: number;
  /** The node id of the technician. */
  technician: number;
  /** In ms since 1970. */
  readonly startedAt: number;
  /** The time at which a technician picked it up, in ms since 1970. */
  pickedUpAt: number | undefined;
  /** The custom fields 0 to 5. */
  readonly fields: readonly string[];
  /** The name of the node to which it was transferred; empty if it was not. */
  transferredTo: string;
  /** The comment of the transfer. */
  transferComment: string;
  /** The chat log. */
  readonly chat: string;
  /** The note of the technician. */
  readonly note: string;
}

type Opening = Pick<SupportSession, "technician" | "fields"> & Partial<SupportSession>;

export class SupportSessions {
  readonly #sessions = new Map<number, SupportSession>();
  #nextId = 5_001;

  /** Starts with a session that technician 101 has picked up, and one that waits. */
  constructor(private readonly clock: Clock) {
    const customer = {
      technician: 101,
      channel: 301,
      startedAt: clock.now() - 5 * 60_000,
      fields: ["Carla Customer", "Printer", "", "", "", ""],
    };
    this.open({
      ...customer,
      status: "SESSION_PICKEDUP",
      pickedUpAt: clock.now() - 4 * 60_000,
      chat: "10:00 Carla: It doesn't print.\n10:01 Tess: Let me see.",
      note: "Paper jam.",
    });
    this.open({ ...customer, status: "SESSION_WAITING" });
  }

  get all(): readonly SupportSession[] {
    return [...this.#sessions.values()];
  }

  find(id: number): SupportSession | undefined {
    return this.#sessions.get(id);
  }

  /**
   * The sessions of a channel or, with another `reference` than `CHANNEL`, of the technicians at or below a node. There are
   * no external technicians.
   */
  of(node: OrganizationNode, reference: string, organization: Organization): SupportSession[] {
    if (reference.startsWith("EXTERNAL")) return [];
    return this.all.filter(({ channel, technician }) => {
      if (reference === "CHANNEL") return channel === node.id;
      const user = organization.user(technician);
      return user !== undefined && organization.isBelow(user, node);
    });
  }

  /** Opens a session with the status SESSION_STARTING, unless the opening has another. */
  open(opening: Opening): SupportSession {
    const session: SupportSession = {
      status: "SESSION_STARTING",
      channel: 0,
      startedAt: this.clock.now(),
      pickedUpAt: undefined,
      transferredTo: "",
      transferComment: "",
      chat: "",
      note: "",
      ...opening,
      id: this.#nextId++,
    };
    this.#sessions.set(session.id, session);
    return session;
  }
}

export function isClosed({ status }: SupportSession): boolean {
  return status.startsWith("SESSION_CLOSED");
}
