/** Our generated client against servers of other stacks. */
import { describePair } from "./describe-pair.js";
import { OUR_PAIRS } from "./echo/our-pairs.js";

for (const pair of OUR_PAIRS) describePair(pair);
