/** Faults of connections: refused, reset, closed, cut, stalled. */
import { setTimeout as delay } from "node:timers/promises";
import { type Fault, respond, right } from "./fault.js";
import type { Subject } from "./subjects.js";

/** For a server that never responds, in ms. */
const SHORT = 60;

const BROKEN = ["CONNECTION"];

/** Faults at fixed points. */
export const CONNECTION_FAULTS: readonly Fault[] = [
  {
    group: "connection refused",
    name: "closed port",
    // A port that needs privileges to listen on, and that no service uses.
    endpoint: "http://127.0.0.1:1/API/API.asmx",
    behaviour: () => ({}),
    expected: BROKEN,
    delivery: "not-sent",
  },
  ...(["close", "reset"] as const).flatMap((kind): Fault[] => {
    const end = kind === "close" ? "destroy" : "resetAndDestroy";
    return [
      {
        group: `${kind} before the request`,
        name: kind,
        behaviour: () => ({ onConnection: (socket) => void socket[end]() }),
        expected: BROKEN,
      },
      {
        group: `${kind} during the request`,
        name: kind,
        behaviour: () => ({ onFirstBytes: (socket) => void socket[end]() }),
        expected: BROKEN,
        delivery: "unknown",
      },
      {
        group: `${kind} after the request`,
        name: kind,
        behaviour: () => ({ onRequest: ({ socket }) => void socket[end]() }),
        expected: BROKEN,
        delivery: "unknown",
      },
      {
        group: `${kind} of a kept connection after the request`,
        name: kind,
        warmUps: 1,
        behaviour: (subject, isWarm = false) => ({
          onRequest: ({ socket }) => {
            if (isWarm) socket[end]();
            else socket.write(right(subject));
          },
        }),
        expected: BROKEN,
        delivery: "unknown",
      },
      {
        group: `${kind} of a kept connection while idle`,
        name: kind,
        warmUps: 1,
        pause: async (server) => {
          server.disconnect();
          await delay(5);
        },
        behaviour: respond((subject) => right(subject)),
        expected: "outcome",
      },
    ];
  }),
  ...([0, 1, 0.3, 0.9] as const).map(
    (part): Fault => ({
      group: "stall",
      name: `after ${part} of the response`,
      timeout: SHORT,
      behaviour: respond((subject) => share(right(subject), part)),
      expected: part === 1 ? "any" : ["TIMEOUT"],
      ...(part === 1 ? {} : { delivery: "unknown" as const }),
    }),
  ),
  {
    group: "stall",
    name: "during the body",
    timeout: SHORT,
    behaviour: respond((subject) => right(subject).subarray(0, -1)),
    expected: ["TIMEOUT"],
    delivery: "unknown",
  },
  {
    group: "slow response",
    name: "in 20 pieces",
    behaviour: (subject) => ({
      onRequest: async ({ socket }) => {
        const response = right(subject);
        const size = Math.ceil(response.byteLength / 20);
        for (let at = 0; at < response.byteLength; at += size) {
          socket.write(response.subarray(at, at + size));
          await delay(1);
        }
      },
    }),
    expected: "outcome",
  },
  {
    group: "more than the response",
    name: "a second response",
    behaviour: respond((subject) => Buffer.concat([right(subject), right(subject)])),
    expected: "outcome",
  },
];

function share(bytes: Buffer, part: number): Buffer {
  return bytes.subarray(0, Math.floor(bytes.byteLength * part));
}

/** A cut at each byte of the response. @param step 1: at each byte */
export function cuts(subject: Subject, step: number): readonly Fault[] {
  const faults: Fault[] = [];
  const total = right(subject).byteLength;
  for (let bytes = 0; bytes < total; bytes += step) {
    faults.push(cut("close", bytes), cut("reset", bytes));
  }
  return faults;
}

function cut(kind: "close" | "reset", bytes: number): Fault {
  return {
    group: `${kind} within the response`,
    name: `after ${bytes} bytes`,
    behaviour: (subject) => ({
      onRequest: ({ socket }) => {
        socket.write(right(subject).subarray(0, bytes), () => {
          if (kind === "close") socket.destroy();
          else socket.resetAndDestroy();
        });
      },
    }),
    expected: "error",
    delivery: "unknown",
  };
}
