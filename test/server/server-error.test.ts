import { afterEach, expect, it } from "vitest";
import { listen } from "../../src/server/listen.js";
import { listenError, type ServerErrorCode } from "../../src/server/server-error.js";
import { type RunningService, ServerError, serve } from "../../src/simulator/index.js";

const running: RunningService[] = [];
afterEach(() => Promise.all(running.splice(0).map((service) => service.close())));

it.each<[string, ServerErrorCode, string]>([
  [
    "EADDRINUSE",
    "PORT_IN_USE",
    "Port 80 of 127.0.0.1 is in use: end the program that listens there, or choose another port; 0 selects a free one.",
  ],
  [
    "EACCES",
    "PORT_NOT_ALLOWED",
    "You are not allowed to listen at port 80 of 127.0.0.1: choose a port from 1024 on; 0 selects a free one.",
  ],
  [
    "EADDRNOTAVAIL",
    "HOST_NOT_FOUND",
    "127.0.0.1 is not an address of this machine: choose 127.0.0.1 or another of its addresses as the host.",
  ],
  ["EMFILE", "LISTEN_FAILED", "The server cannot listen at port 80 of 127.0.0.1: EMFILE."],
])("%s of Node becomes %s", (code, want, message) => {
  const cause = Object.assign(new Error(code), { code });
  const error = listenError(cause, "127.0.0.1", 80);
  expect(error).toEqual(new ServerError(want, message, { cause }));
});

it.each([
  ["an error without a code", new Error("no sockets"), "no sockets"],
  ["a value that is not an error", "no sockets", "no sockets"],
])("has the text of %s", (_, cause, text) => {
  const message = `The server cannot listen at port 80 of h: ${text}.`;
  expect(listenError(cause, "h", 80)).toEqual(new ServerError("LISTEN_FAILED", message, { cause }));
});

it("is the error of a service whose port is in use", async () => {
  const service = await serve({}, { handlers: {} });
  running.push(service);
  const port = Number(new URL(service.url).port);
  const second = serve({}, { handlers: {}, port });
  await expect(second).rejects.toMatchObject({
    name: "ServerError",
    code: "PORT_IN_USE",
    message: expect.stringContaining(`Port ${port} of 127.0.0.1 is in use`),
  });
});

it("is the error of a host that is not of this machine", async () => {
  const service = {
    path: "/",
    url: "",
    acceptsCodings: true,
    maxRequestBytes: 1,
    handle: () => Promise.reject(),
  };
  const listening = listen(service, { host: "192.0.2.1" });
  await expect(listening).rejects.toMatchObject({ code: "HOST_NOT_FOUND" });
});
