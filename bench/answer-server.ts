/** A process that gives the answer to every request on loopback; it prints its port and ends with its parent. */
import { createServer } from "node:http";
import { answer } from "./answer.js";

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    response.writeHead(200, {
      "Content-Type": "text/xml; charset=utf-8",
      "Content-Length": answer.length,
    });
    response.end(answer);
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object") console.log(address.port);
});
process.stdin.resume().on("end", () => process.exit(0));
