/** The JSON Schema of HAR files by its authors. */
import Ajv from "ajv";
import draft6 from "ajv/dist/refs/json-schema-draft-06.json" with { type: "json" };
import schemas from "har-schema";

const ajv = new Ajv.default({ strict: false, validateFormats: false });
ajv.addMetaSchema(draft6);
for (const schema of Object.values(schemas)) ajv.addSchema(schema);

/** The errors of a HAR by the schema. */
export function harFaults(har: unknown): readonly string[] {
  const validate = ajv.getSchema("har.json#");
  if (validate === undefined) throw new Error("There is no schema of HAR.");
  validate(har);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
