/** A span and a measurement per call, by the semantic conventions for RPC (1.45) and HTTP. */
import {
  context,
  type Histogram,
  type MeterProvider,
  metrics,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TracerProvider,
  trace,
} from "@opentelemetry/api";
import { VERSION } from "../package/index.js";
import {
  type Call,
  type CallProgress,
  type CallResult,
  type Interceptor,
  type Next,
  type Reply,
  resultOfError,
  resultOfReply,
} from "../protocol/index.js";
import { callAttributes, endAttributes, resultAttributes } from "./attributes.js";

/** Options of `openTelemetry`. */
export interface OpenTelemetryOptions {
  /**
   * The name of the service in `rpc.method`, before the name of the operation. Default: the last part of the SOAPAction before
   * the operation, `ICalculator` for `http://tempuri.org/ICalculator/Add`; without one, `rpc.method` is the operation alone.
   */
  readonly service?: string;
  /** Default: the registered provider. */
  readonly tracerProvider?: TracerProvider;
  /** Default: the registered provider. */
  readonly meterProvider?: MeterProvider;
}

/** In seconds, as the convention for `rpc.client.call.duration` advises. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/**
 * Creates a CLIENT span per call, with its attempts and waits as events, and records the metric `rpc.client.call.duration`. The
 * context of the span is active during the call, and its headers (`traceparent`) are sent by the registered propagator. Spans
 * and metrics contain no value of a request or a response, except the status of an outcome and the code of a fault.
 *
 * Put it before `retry` in the list of interceptors: then a call with several attempts is one span.
 *
 * @example
 * createRescueClient({ auth, interceptors: [openTelemetry()] });
 */
export function openTelemetry(options: OpenTelemetryOptions = {}): Interceptor {
  const instruments = new Instruments(options);
  return (next) => (call) => instruments.run(call, next);
}

class Instruments {
  readonly #options: OpenTelemetryOptions;
  #duration: Histogram | undefined;

  constructor(options: OpenTelemetryOptions) {
    this.#options = options;
  }

  async run(call: Call, next: Next): Promise<Reply> {
    const attributes = callAttributes(call, this.#options.service);
    const tracer = (this.#options.tracerProvider ?? trace).getTracer("rescue-soap", VERSION);
    const name = String(attributes["rpc.method"]);
    const span = tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes });
    call.progress.observe(eventsOf(span));
    const startedAt = performance.now();
    const end = (result: CallResult, error?: unknown) => {
      const common = resultAttributes(result, error);
      span.setAttributes({ ...common, ...endAttributes(call.progress, result, error) });
      if (result.errorCode !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
      const seconds = (performance.now() - startedAt) / 1_000;
      this.#histogram().record(seconds, { ...attributes, ...common });
    };
    try {
      const reply = await inContext(span, call, next);
      end(resultOfReply(call, reply));
      return reply;
    } catch (error) {
      end(resultOfError(error), error);
      throw error;
    }
  }

  /** Created with the first call: a global provider may be registered after the client was created. */
  #histogram(): Histogram {
    const provider = this.#options.meterProvider ?? metrics;
    this.#duration ??= provider
      .getMeter("rescue-soap", VERSION)
      .createHistogram("rpc.client.call.duration", {
        description: "Measures the duration of outbound remote procedure calls (RPC).",
        unit: "s",
        advice: { explicitBucketBoundaries: BUCKETS },
      });
    return this.#duration;
  }
}

function inContext(span: Span, call: Call, next: Next): Promise<Reply> {
  const active = trace.setSpan(context.active(), span);
  const headers = { ...call.headers };
  propagation.inject(active, headers);
  return context.with(active, () => next({ ...call, headers }));
}

function eventsOf(span: Span): Parameters<CallProgress["observe"]>[0] {
  return {
    onRetry: ({ attempt, delay, errorCode }) =>
      span.addEvent("rescue_soap.retry", {
        "rescue_soap.attempt": attempt,
        "rescue_soap.delay": delay / 1_000,
        ...(errorCode === undefined ? {} : { "error.type": errorCode }),
      }),
    onWait: ({ delay }) =>
      span.addEvent("rescue_soap.wait", { "rescue_soap.delay": delay / 1_000 }),
  };
}
