/** What every experiment of our own server begins with: the server, a client, and how long a slot is really held. */
import type { Keeper } from "./keeper.ts";
import type { OpenLoop } from "./open-loop.ts";
import type { Peer } from "./peer.ts";
import type { HeldTimes, SlotsServer } from "./slots-server.ts";

export interface RealBench {
  readonly server: Peer<SlotsServer>;
  readonly client: Peer<OpenLoop>;
  readonly held: HeldTimes;
}

const calibrateMs = 1_500;

/** Starts both, and lets the server hold services of the law that is to come. */
export async function openBench(
  keeper: Keeper,
  services: { readonly serviceMs: number; readonly cv2: number; readonly seed: number },
): Promise<RealBench> {
  const [server, client] = await Promise.all([
    keeper.fork<SlotsServer>("server"),
    keeper.fork<OpenLoop>("client"),
  ]);
  return { server, client, held: await server.ask("calibrate", { ...services, forMs: calibrateMs }) };
}
