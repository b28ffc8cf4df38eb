/**
 * Whose randomness is whose. Every draw is a hash of seed, tick and the number of a stream; whoever draws has streams
 * of its own here, so that no two draw the same number in one tick.
 */

/** Streams that one consumer may have: one a route, a site, a region. */
export const streamsEach = 10_000;

/** Everybody who draws in a tick. Stations come first: each takes four numbers, one a use. */
export const drawers = [
  "station",
  "walk",
  "pages",
  "staleness",
  "staleSlow",
  "serviceTimes",
  "culprit",
  "format",
  "labs",
  "arrivals",
  "day",
] as const;
export type Drawer = (typeof drawers)[number];

/** The number of a drawer's n-th stream. */
export function streamOf(drawer: Drawer, n = 0): number {
  return drawers.indexOf(drawer) * streamsEach + n;
}

/** Numbers of the streams that the ensemble of a station draws from: one a use. */
export function stationStream(station: number, use: number): number {
  return streamOf("station", station * 4 + use);
}

/**
 * Odd numbers, one for each thing that a sample is paired with by its index: an odd stride visits all K particles once,
 * K being a power of two, and two strides that differ pair them differently.
 */
export const strides = {
  hit: 0x35,
  stops: 0x2d,
  queue: 0x1b,
  service: 0x11,
  file: 0x2b,
  fileSample: 0x1d,
} as const;
