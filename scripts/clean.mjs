// Empties dist, so that a build contains no files of an earlier one.
import { rmSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
