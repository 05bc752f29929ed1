/** XML of the tests to elements, without the rest of the runtime. */
export { readElement as parse } from "../../src/xml/read-element.js";
