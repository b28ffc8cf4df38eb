/**
 * Properties try the same cases in every run, so that a change is judged and not luck. To look elsewhere:
 * `FC_SEED=$RANDOM npm test`; a failure prints the seed that replays it.
 */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_121) });
