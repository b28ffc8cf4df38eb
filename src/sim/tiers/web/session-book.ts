/** Who is logged in, and who is thrown out. */

import type { SiteAtWork } from "../../engine/site.ts";
import type { World } from "../../engine/world.ts";
import { requestsPerSession } from "../../scenario/capacities.ts";
import { sessionLifeSec } from "../../scenario/scenario.ts";

/**
 * Sessions that live at a site: visits that begin per second × their length (Little), a visit being so many
 * requests. Whoever loses a session finds out at the next request, which fails once; then they log in again.
 */
export class SessionBook {
  live = 0;
  /** People whose session is gone and who have not come back since. */
  #out = 0;
  #requestsPerSec = 0;
  readonly #state: SiteAtWork;
  readonly #lifeSec: number;

  constructor(world: World, state: SiteAtWork) {
    this.#state = state;
    this.#lifeSec = sessionLifeSec(world.scenario);
  }

  /** Counts who is there now, by what they ask for; `isFirst` where they are counted for the run's sums. */
  count(world: World, isFirst: boolean): void {
    let rate = 0;
    for (const route of this.#state.routes) if (route.traits.hasSession) rate += route.offeredPerSec;
    this.#requestsPerSec = rate;
    this.live = (rate * this.#lifeSec) / requestsPerSession;
    this.#out = Math.min(this.#out, this.live);
    this.#state.liveSessions = this.live;
    if (isFirst) world.tally.sessionSeconds += this.live * world.dtSec;
  }

  /** A share (0…1) of the sessions is gone. */
  lose(world: World, share: number): void {
    const lost = this.live * Math.min(1, share);
    if (!(lost > 0)) return;
    let everywhere = 0;
    for (const site of world.sites) everywhere += site.liveSessions;
    world.tally.lostSessions += lost;
    world.tally.lostSessionShare += lost / Math.max(everywhere, lost);
    this.#out = Math.min(this.live, this.#out + lost);
  }

  /** Share of this step's requests with which people find out that they were logged out. */
  logInAgain(world: World): number {
    if (!(this.#out > 0) || !(this.#requestsPerSec > 0)) return 0;
    const each = (this.#requestsPerSec / this.live) * world.dtSec;
    const back = this.#out * (each / (1 + each));
    this.#out -= back;
    return Math.min(1, back / (this.#requestsPerSec * world.dtSec));
  }
}
