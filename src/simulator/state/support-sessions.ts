/** The sessions that customers have with technicians. */
import type { SESSION_STATUS } from "../../generated/index.js";
import type { Clock } from "./clock.js";

export interface SupportSession {
  readonly id: number;
  status: SESSION_STATUS;
  /** The channel that it came in by; 0 for a PIN code. */
  readonly channel: number;
  technician: number;
  readonly startedAt: number;
  /** When a technician took it, where one did. */
  pickedUpAt: number | undefined;
  readonly fields: readonly string[];
  transferredTo: string;
  transferComment: string;
  readonly chat: string;
  readonly note: string;
}

type Opening = Pick<SupportSession, "technician" | "fields"> & Partial<SupportSession>;

export class SupportSessions {
  readonly #sessions = new Map<number, SupportSession>();
  #nextId = 5_001;

  /** Begins with one that 101 has taken, and one that waits. */
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

  /** One that starts, unless told otherwise. */
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
