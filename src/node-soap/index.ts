/** Security objects of node-soap (the package `soap`) in clients of this package. */
export type { NodeSoapOptions, NodeSoapSecurity } from "./security.js";
export { nodeSoapSecurity } from "./security.js";
export { nodeSoapTransport } from "./transport.js";
