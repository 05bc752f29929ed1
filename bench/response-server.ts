/** A process that sends the response to every request on loopback; it prints its port and ends with its parent. */
import { createServer } from "node:http";
import { response as body } from "./response.js";

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    response.writeHead(200, {
      "Content-Type": "text/xml; charset=utf-8",
      "Content-Length": body.length,
    });
    response.end(body);
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object") console.log(address.port);
});
process.stdin.resume().on("end", () => process.exit(0));
