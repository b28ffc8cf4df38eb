/**
 * Buys and gives back worker boxes: as many as the arrivals need and as would empty the line in time. Boxes that are
 * not bought stand by; one that is bought serves when its time to boot is over.
 *
 *   node scaler.mjs NAME
 */
import { ask, plan, serve } from "./common.mjs";

const { workers } = plan;
const { count, names, scaling } = workers;
let owned = count;
let on = count;
let last = 0;
let average = -1;
let enoughSince;
let enough = 0;

async function look() {
  const { accepted, waiting } = JSON.parse((await ask("load", "/status")).text);
  const perSec = (accepted - last) / (scaling.everyMs / 1_000);
  last = accepted;
  if (average < 0) average = perSec;
  average += (perSec - average) * (scaling.everyMs / scaling.windowMs);
  const boxPerSec = (workers.slots / workers.jobMs) * 1_000;
  const asked = Math.ceil((average + waiting / (scaling.drainMs / 1_000)) / boxPerSec);
  const wanted = Math.max(count, Math.min(names.length, asked));
  const now = performance.now();
  if (wanted >= owned) enoughSince = undefined;
  for (; owned < wanted; owned++) setTimeout(() => ask(names[on++], "/on").catch(() => {}), scaling.bootMs);
  if (wanted >= owned) return;
  if (enoughSince === undefined) {
    enoughSince = now;
    enough = wanted;
  }
  enough = Math.max(enough, wanted);
  if (now - enoughSince < scaling.inMs) return;
  for (; owned > enough && on > enough; owned--) ask(names[--on], "/off").catch(() => {});
  enoughSince = undefined;
}

serve(process.argv[2], async () => [200, JSON.stringify({ owned, on })]);
setInterval(() => look().catch(() => {}), scaling.everyMs);
