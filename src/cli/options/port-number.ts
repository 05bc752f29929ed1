/** The value of an option for a TCP port. */
import { InvalidArgumentError } from "commander";

/** @throws InvalidArgumentError */
export function portNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65_535) {
    throw new InvalidArgumentError("Expected a number from 0 to 65535.");
  }
  return value;
}
