/** A port as a flag takes it. */
import { InvalidArgumentError } from "commander";

/** @throws InvalidArgumentError */
export function portNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65_535) {
    throw new InvalidArgumentError("It takes a number from 0 to 65535.");
  }
  return value;
}
