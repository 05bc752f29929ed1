/** `rescue-soap email`: the connection email for a PIN. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { connect } from "../connection/connection.js";
import { type ConnectionFlags, withConnection } from "../connection/connection-flags.js";
import type { Io } from "../io.js";
import { addRequiredOption } from "../options/required-option.js";
import { requireOk } from "../output/outcome.js";
import { toJsonLine } from "../output/values.js";

interface EmailFlags extends ConnectionFlags {
  readonly pin: number;
  readonly format: "text" | "json" | "eml";
  readonly from?: string;
  readonly to?: string;
}

const HELP = `
Examples:
  $ rescue-soap email --pin 123456
  $ rescue-soap email --pin 123456 --format json | jq -r .sLink
  $ rescue-soap email --pin 123456 --format eml --from me@example.com --to ann@example.com > rescue.eml`;

export function defineEmail(command: Command, io: Io): void {
  addRequiredOption(
    command,
    new Option("--pin <digits>", "the PIN code, six digits with leading zeros").argParser(pinCode),
  );
  command
    .addOption(
      new Option(
        "--format <name>",
        "text for a person, one line of JSON, or a message for a mail program",
      )
        .choices(["text", "json", "eml"])
        .default("text"),
    )
    .option("--from <address>", "the sender in the format eml")
    .option("--to <address>", "the recipient in the format eml")
    .addHelpText("after", HELP);
  withConnection(command).action((flags: EmailFlags) => email(flags, io));
}

async function email(flags: EmailFlags, io: Io): Promise<void> {
  const { rescue } = await connect(flags, io);
  const outcome = await rescue.generateEmailText({ iPINCode: flags.pin }, { signal: io.signal });
  if (flags.format === "json") io.stdout.write(toJsonLine(outcome));
  const message = requireOk("generateEmailText", outcome);
  if (flags.format === "text") {
    io.stdout.write(`Subject: ${message.sSubject}\n\n${emailBody(message)}`);
  } else if (flags.format === "eml") {
    io.stdout.write(await eml(message, flags));
  }
}

interface EmailText {
  readonly sSubject: string;
  readonly sText: string;
  readonly sLink: string;
  readonly sSignature: string;
}

/** Text, link and signature, separated by empty lines. */
export function emailBody({ sText, sLink, sSignature }: EmailText): string {
  const parts = [sText, sLink, sSignature].map((part) => part.replace(/\r\n?/g, "\n").trim());
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** An Internet message (RFC 5322). Mail programs open it as a draft because of `X-Unsent`. */
async function eml(message: EmailText, { from, to }: EmailFlags): Promise<string> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const composer = new MailComposer({
    subject: message.sSubject,
    text: emailBody(message),
    headers: { "X-Unsent": "1" },
    newline: "\r\n",
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  });
  const bytes = await composer.compile().build();
  return bytes.toString("utf8");
}

function pinCode(text: string): number {
  if (!/^\d{6}$/.test(text)) throw new InvalidArgumentError("A PIN code has six digits.");
  return Number(text);
}
