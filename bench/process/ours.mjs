const [endpoint, module] = process.argv.slice(2);
const { createRescueClient } = await import(module);
const rescue = createRescueClient({ endpoint, auth: { authCode: "k3v0q7n2m9x4" } });
const email = await rescue.generateEmailText({ iPINCode: 123456 });
if (email.status !== "OK") throw new Error(email.status);
