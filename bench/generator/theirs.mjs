/** As ours.mjs, with the wsdl-tsclient that lies in the folder argv[4]. */
import { createRequire } from "node:module";

const [, , wsdl, out, folder] = process.argv;
const { parseAndGenerate } = createRequire(`${folder}/package.json`)("wsdl-tsclient");
const start = performance.now();
await parseAndGenerate(wsdl, out, { quiet: true });
const ms = performance.now() - start;
console.log(JSON.stringify({ ms, peakMb: process.resourceUsage().maxRSS / 1024 }));
