/** Spans and metrics, by the in-memory exporters of the SDKs. */
import { context, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { retry } from "../../src/client/index.js";
import { ConnectionError } from "../../src/errors/index.js";
import { createRescueClient } from "../../src/index.js";
import { openTelemetry } from "../../src/opentelemetry/index.js";
import { callEcho, type EchoOptions, envelopeOf } from "../client/echo-call.js";
import { fakeService } from "../rescue/fake-service.js";

const spans = new InMemorySpanExporter();
const tracerProvider = new BasicTracerProvider({
  spanProcessors: [new SimpleSpanProcessor(spans)],
});
const metrics = new InMemoryMetricExporter(AggregationTemporality.DELTA);
const reader = new PeriodicExportingMetricReader({ exporter: metrics });
const meterProvider = new MeterProvider({ readers: [reader] });
const providers = { tracerProvider, meterProvider };

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
});
afterAll(async () => {
  context.disable();
  propagation.disable();
  await meterProvider.shutdown();
});
beforeEach(() => spans.reset());

const ENDPOINT = "http://user:planted-password@127.0.0.1:8080/echo?key=planted-key";
const traced = (options: EchoOptions = {}) =>
  callEcho({
    endpoint: ENDPOINT,
    text: "planted-value",
    interceptors: [openTelemetry(providers)],
    ...options,
  });

/** The exported spans as text, for the search for secrets. */
const exported = () =>
  JSON.stringify(
    spans
      .getFinishedSpans()
      .map(({ name, attributes, events, status }) => ({ name, attributes, events, status })),
  );

describe("a span", () => {
  it("has the attributes of the conventions, and its context is sent", async () => {
    const { request, envelope } = await traced();
    const [span] = spans.getFinishedSpans();
    const bytes = Buffer.byteLength(envelope);
    expect(span).toMatchObject({ name: "urn:echo/echo", kind: SpanKind.CLIENT });
    expect(span?.status).toEqual({ code: SpanStatusCode.UNSET });
    expect(span?.attributes).toEqual({
      "rpc.system.name": "soap",
      "rpc.method": "urn:echo/echo",
      "server.address": "127.0.0.1",
      "server.port": 8080,
      "http.response.status_code": 200,
      "http.request.body.size": bytes,
      "http.response.body.size": bytes,
      "rescue_soap.attempts": 1,
      "rescue_soap.wait.duration": 0,
    });
    const { traceId, spanId } = span?.spanContext() ?? {};
    expect(request.headers.traceparent).toBe(`00-${traceId}-${spanId}-01`);
    expect(exported()).not.toContain("planted");
  });

  it("is the active one during the call", async () => {
    const active: unknown[] = [];
    await traced({
      respond: (envelope) => {
        active.push(trace.getActiveSpan()?.spanContext().spanId);
        return envelope;
      },
    });
    expect(active).toEqual([spans.getFinishedSpans()[0]?.spanContext().spanId]);
  });

  it.each([
    ["Sender", "Sender"],
    ["Receiver", "Receiver"],
    ["Own.1", "_OTHER"],
  ])("has the fault %s as its error", async (code, type) => {
    const fault = `<s:Fault><s:Code><s:Value>s:${code}</s:Value></s:Code><s:Reason><s:Text>planted-reason</s:Text></s:Reason></s:Fault>`;
    await expect(traced({ respond: () => envelopeOf(fault) })).rejects.toThrow();
    const [span] = spans.getFinishedSpans();
    expect(span?.status).toEqual({ code: SpanStatusCode.ERROR });
    expect(span?.attributes).toMatchObject({
      "error.type": type,
      "rpc.response.status_code": type,
      "rescue_soap.fault.code": code,
    });
    expect(exported()).not.toContain("planted");
  });

  it("has the code of an error, and the attempts with their waits", async () => {
    let calls = 0;
    const failing = () => () => {
      calls++;
      return Promise.reject(new ConnectionError("planted-message", { delivery: "not-sent" }));
    };
    const interceptors = [
      openTelemetry({ ...providers, service: "Echo" }),
      retry({ attempts: 2, baseDelay: 1 }),
      failing,
    ];
    await expect(traced({ interceptors })).rejects.toThrow();
    const [span] = spans.getFinishedSpans();
    expect(calls).toBe(2);
    expect(span).toMatchObject({ name: "Echo/echo", events: [{ name: "rescue_soap.retry" }] });
    expect(span?.attributes).toMatchObject({
      "error.type": "CONNECTION",
      "rescue_soap.delivery": "not-sent",
    });
    expect(exported()).not.toContain("planted");
  });

  it("is an error also if an interceptor throws at once", async () => {
    const interceptors = [
      openTelemetry(providers),
      () => () => {
        throw new Error("planted-message");
      },
    ];
    await expect(traced({ interceptors })).rejects.toThrow();
    expect(spans.getFinishedSpans()).toMatchObject([
      { attributes: { "error.type": "UNEXPECTED" } },
    ]);
    expect(exported()).not.toContain("planted");
  });
});

describe("a Rescue client", () => {
  it("has a span per call, with the sign-in as a child, the outcome, and the wait", async () => {
    const { transport } = fakeService(({ operation }) =>
      operation === "login" ? undefined : "generateEmailText_Error",
    );
    const rescue = createRescueClient({
      auth: { email: "planted@example.com", password: "planted-password" },
      endpoint: "https://rescue.example.com/API.asmx",
      transport,
      throttle: { generateEmailText: 100 },
      retry: false,
      interceptors: [openTelemetry(providers)],
    });
    for (const iPINCode of [1, 2]) await rescue.generateEmailText({ iPINCode });
    const [login, first, second] = spans.getFinishedSpans();
    expect(login).toMatchObject({
      name: "API.asmx/login",
      parentSpanContext: { spanId: first?.spanContext().spanId },
    });
    expect(first?.attributes).toMatchObject({
      "rpc.method": "API.asmx/generateEmailText",
      "rpc.response.status_code": "Error",
      "rescue_soap.outcome.status": "Error",
      "server.address": "rescue.example.com",
      "server.port": 443,
    });
    expect(first?.status).toEqual({ code: SpanStatusCode.UNSET });
    expect(second).toMatchObject({ events: [{ name: "rescue_soap.wait" }] });
    expect(second?.attributes["rescue_soap.wait.duration"]).toBeGreaterThan(0);
    expect(exported()).not.toContain("planted");
  });
});

it("records the durations in seconds, with the advised buckets", async () => {
  await reader.forceFlush();
  metrics.reset();
  await traced();
  await expect(traced({ respond: () => "planted" })).rejects.toThrow();
  await reader.forceFlush();
  const [metric] = metrics
    .getMetrics()
    .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics: each }) => each));
  expect(metric?.descriptor).toMatchObject({
    name: "rpc.client.call.duration",
    unit: "s",
    advice: {
      explicitBucketBoundaries: [
        0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
      ],
    },
  });
  const common = {
    "rpc.system.name": "soap",
    "rpc.method": "urn:echo/echo",
    "server.address": "127.0.0.1",
    "server.port": 8080,
  };
  expect(metric?.dataPoints.map(({ attributes }) => attributes)).toEqual([
    common,
    { ...common, "error.type": "MALFORMED_XML" },
  ]);
});
