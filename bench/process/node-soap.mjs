import { createClientAsync } from "soap";

const [endpoint] = process.argv.slice(2);
const client = await createClientAsync("wsdl/API.wsdl", {}, endpoint);
const [email] = await client.generateEmailTextAsync({
  iPINCode: 123456,
  sAuthCode: "k3v0q7n2m9x4",
});
if (email.generateEmailTextResult !== "generateEmailText_OK") throw new Error("no OK");
