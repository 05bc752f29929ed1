/** Clients of other stacks against the Rescue simulator. */
import { describePair } from "./describe-pair.js";
import { RESCUE_PAIRS } from "./rescue/pairs.js";

for (const pair of RESCUE_PAIRS) describePair(pair);
