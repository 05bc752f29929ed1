/** Clients of other stacks against our server, and against Mono for comparison. */
import { describePair } from "./describe-pair.js";
import { THEIR_PAIRS } from "./echo/their-pairs.js";

for (const pair of THEIR_PAIRS.flat()) describePair(pair);
