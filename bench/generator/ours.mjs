/** Generates code for the WSDL in argv[2] into argv[3]; prints the ms that it took, start-up aside, and its peak in MB. */
import { generate, readContract } from "../../dist/codegen.js";

const [, , wsdl, out] = process.argv;
const start = performance.now();
const noDownload = () => Promise.reject(new Error("Nothing is downloaded here."));
await generate(await readContract(wsdl, noDownload), { out });
const ms = performance.now() - start;
console.log(JSON.stringify({ ms, peakMb: process.resourceUsage().maxRSS / 1024 }));
