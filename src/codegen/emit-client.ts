/** client.ts: a class with a method for each operation. */
import type { WriterFunction } from "ts-morph";
import { importOf } from "./imports.js";
import { parameterList, print, WIDTH } from "./layout.js";
import type { Model, OperationModel } from "./model.js";
import { methodName, stringLiteral } from "./names.js";
import { printFile } from "./source-file.js";
import { tsdocBlock } from "./tsdoc.js";

export function emitClient(model: Model, runtime: string): string {
  const outcomes = model.operations.some(({ outcome }) => outcome !== undefined);
  const names = ["type CallOptions", "SoapClient", "type SoapClientOptions"];
  const imports = [
    ...importOf("import", names, runtime),
    ...(outcomes ? ['import type * as outcomes from "./outcomes.js";'] : []),
    'import * as schema from "./schema.js";',
    'import type * as types from "./types.js";',
  ];
  return printFile(model.source, imports, [optionsInterface(model), clientClass(model)]);
}

function optionsInterface(model: Model): WriterFunction {
  const name = `export interface ${model.clientOptions}`;
  const base = 'extends Omit<SoapClientOptions, "endpoint" | "protocol"> ';
  const line = `${name} ${base}{`;
  const which = "The port of the service, which says how to speak to it and where it is.";
  return (writer) => {
    writer.write(line.length > WIDTH ? `${name}\n  ${base}` : `${name} ${base}`).block(() => {
      writer
        .write(tsdocBlock([which], 1))
        .writeLine("readonly port: keyof typeof schema.ports;")
        .write(tsdocBlock(["Another URL than the port's."], 1))
        .writeLine("readonly endpoint?: string;");
    });
  };
}

function clientClass(model: Model): WriterFunction {
  const documentation = model.documentation ?? `The service at \`${model.namespace}\`.`;
  return (writer) => {
    writer.write(`${tsdocBlock([documentation])}export class ${model.client} `).block(() => {
      writer
        .writeLine("readonly #client: SoapClient;")
        .blankLine()
        .write(`constructor({ port, endpoint, ...options }: ${model.clientOptions}) `)
        .block(() => {
          writer
            .writeLine("const { protocol, address } = schema.ports[port];")
            .writeLine(
              "this.#client = new SoapClient({ ...options, protocol, endpoint: endpoint ?? address });",
            );
        });
      for (const operation of model.operations) method(operation)(writer.blankLine());
    });
  };
}

function method(operation: OperationModel): WriterFunction {
  const { name, documentation, request, response, outcome, action } = operation;
  const result = outcome === undefined ? `types.${response.name}` : `outcomes.${outcome.name}`;
  const kind = outcome === undefined ? "call" : "outcome";
  const optional = request.members.every(({ minOccurs }) => minOccurs === 0);
  const parameters = [
    `request: types.${request.name}${optional ? " = {}" : ""}`,
    "options?: CallOptions",
  ];
  const start = methodName(name);
  const list = parameterList(parameters, 2 + start.length, `: Promise<${result}> {`);
  const body = `  return this.#client.${kind}`;
  const passed = [`schema.${operation.variable}`, "request", "options"];
  const call = parameterList(passed, 2 + body.length, ";");
  return (writer) =>
    writer
      .write(tsdocBlock([documentation, `SOAPAction ${stringLiteral(action)}.`], 1))
      .writeLine(start + print(list, 2 + start.length))
      .writeLine(body + print(call, 2 + body.length, 1))
      .writeLine("}");
}
