/** Spans and metrics of OpenTelemetry for the calls of this package's clients. */
export { type OpenTelemetryOptions, openTelemetry } from "./interceptor.js";
