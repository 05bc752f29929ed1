/** Our generated client against the servers of others. */
import { describePair } from "./describe-pair.js";
import { OUR_PAIRS } from "./echo/our-pairs.js";

for (const pair of OUR_PAIRS) describePair(pair);
