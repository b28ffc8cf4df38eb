import type { KindTime, MissWords, Regional, ToldKind } from "../contract/findings.ts";
import { grouped, milliseconds, money, percent, seconds } from "../figures.ts";
import { counted } from "./counts.ts";
import { indicators } from "./indicators.ts";
import { regionName } from "./places.ts";

const kinds: Readonly<Record<ToldKind, string>> = {
  page: "pages",
  feed: "feeds",
  own: "own posts",
  write: "writes",
  order: "orders",
  like: "likes",
  post: "views of the post",
  photo: "photos",
};

const byRegion = (found: readonly Regional[]) =>
  found.map(({ region, ms }) => `${milliseconds(ms)} in ${regionName(region)}`).join(", ");

const kindName = ({ kind, region }: KindTime) =>
  `${kinds[kind]}${region === undefined ? "" : ` from ${regionName(region)}`}`;

function capital(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}`;
}

const after = (sec: number, isToEnd: boolean) => `${isToEnd ? " at the end," : ""} ${seconds(sec)} after`;

export const misses: MissWords = {
  stalePrice: ({ sec, isToEnd }) => `An old price was still read${after(sec, isToEnd)} it had changed.`,
  staleLogo: ({ sec, isToEnd }) => `The old logo was still shown${after(sec, isToEnd)} the new one was out.`,
  breached: (boxes) =>
    `${counted(boxes, "web server", "web servers")} had a public address and an open port, and strangers took over what they found.`,
  oversold: (count) =>
    `${counted(count, "print was", "prints were")} sold twice: without a transaction two orders can both read that a print is there before either writes that it is gone.`,
  ordersLost: (count) =>
    `${counted(count, "order that had been accepted was", "orders that had been accepted were")} lost.`,
  jobsLost: (count) => `${counted(count, "photo", "photos")} that had been accepted will never be ready.`,
  jobsFailed: (count) =>
    `${counted(count, "photo failed with its request", "photos failed with their requests")} and will never be ready.`,
  writesLost: ({ count, downSec }) =>
    `${counted(count, "write was", "writes were")} lost${downSec === undefined ? "" : `; for ${seconds(downSec)} there was no primary to take any`}.`,
  sessionsLost: ({ share, off, died }) => {
    const ways = [
      ...(off > 0 ? [`${counted(off, "box was", "boxes were")} switched off`] : []),
      ...(died > 0 ? [off > 0 ? `${grouped(died)} died` : `${counted(died, "box", "boxes")} died`] : []),
    ];
    const memory = off + died === 1 ? "its memory" : "their memory";
    const who = share >= 1 ? "everybody, at least once" : `${percent(share)} of all sessions`;
    return ways.length === 0
      ? `Logged out: ${who}.`
      : `${capital(ways.join(" and "))} with the sessions in ${memory}. Logged out: ${who}.`;
  },
  eventsNotStored: (share) =>
    share >= 1
      ? "Not one usage event was stored."
      : `${percent(share)} of the usage events were never stored.`,
  photosWaited: ({ oldestSec, waiting }) =>
    `Photos waited up to ${seconds(oldestSec)} in line${waiting > 0 ? `, and ${counted(waiting, "still waits", "still wait")} at the end: each counts as ready when the workers, at their last pace, would get to it` : ""}.`,
  ordersNotPlaced: (share) => `${percent(share)} of the orders of a quiet day were never placed.`,
  pageByRegion: (found) => `A page (p95) takes ${byRegion(found)}.`,
  medianByRegion: (found) => `Half of the answers take ${byRegion(found)}.`,
  slowestKind: ({ slow, fast }) =>
    `The slowest are ${kindName(slow)} (p99 ${milliseconds(slow.ms)}), the quickest ${kindName(fast)} (${milliseconds(fast.ms)}).`,
  cacheAnsweredLittle: (share) =>
    `The cache answered only ${percent(share)} of the reads; the rest went to the database.`,
  edgeAnsweredLittle: (share) => `The CDN answered only ${percent(share)} of the files; the rest came home.`,
  overBudget: ({ over, total, largest }) =>
    `The bill is ${money(over)} over the budget.${largest ? ` Its largest part: ${indicators.bill[largest.id]}, ${money(largest.perMonth)} of ${money(total)}.` : ""}`,
};
