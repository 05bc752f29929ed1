/** The frame of all pages. */
import { escapeText } from "../../xml/index.js";

/** @param body HTML */
export function htmlPage(title: string, body: string): string {
  return `<!DOCTYPE html>
<html>
<head>
<title>${escapeText(title)}</title>
<style>
body { font-family: Verdana, sans-serif; font-size: 80%; margin: 2em; }
.heading1 { background: #036; color: #fff; font-size: 200%; margin: 0; padding: 0.5em; }
pre { background: #e5e5cc; border: 1px solid #f0f0e0; padding: 1em; white-space: pre-wrap; }
.value { color: #00f; }
</style>
</head>
<body>
${body}
</body>
</html>
`;
}
