import { describe, expect, test } from "vitest";
import { type PartFigures, type PictureOptions, picture } from "../../../src/present/picture/index.ts";
import { design } from "../../../src/sim/index.ts";
import { words } from "../../helpers/english.ts";
import { inTones } from "../../helpers/in-tones.ts";

/** Where parts stand and in which tone, line by line. */

const drawn = (line: string, options: Partial<PictureOptions>) =>
  inTones(picture(design(line), { words: words.picture, width: 80, ...options }));

const stores = "lb 2 · web 9×8 · sessions pair · cache 3 · db 4 + 3×4 zones=AB";
const jobs = "queue durable attempts=5 dead · workers 6×8 max=20";
const oneSite = `dns · cdn static · tools logs=sampled metrics=tiers · ${stores} · ${jobs}`;
const twoSites = `dns geo · cdn static · sync async · ${stores} · @korea · ${stores.replace("db 4", "db 0")}`;
const shards = "dns · lb 2 · box 2 · web 6×8 · shards 8×8 · kv 1";

const figures: Readonly<Record<string, PartFigures>> = {
  cdn: { hitRatio: 0.93 },
  lb: { utilization: 0.3, boxes: 1 },
  box: { down: true },
  web: { utilization: 0.8, inVain: 0.2, queue: 12 },
  sessions: { fog: true },
  cache: { utilization: 0.2, hitRatio: 0.58 },
  db: { utilization: 0.98, lostPerSec: 212, reason: "timeout" },
  replicas: { utilization: 0.5, boxes: 2, rebuilding: 1, lagSec: 3 },
  shards: { utilization: 0.5, each: [0.2, 0.8, 0.99].map((utilization) => ({ utilization })) },
  queue: { depth: 2_410 },
  workers: { utilization: 0.96, boxes: 20 },
};
const live: PictureOptions["live"] = (id) => figures[id.split("@")[0] ?? ""];

const bill = [
  { id: "web", perMonth: 1_440, site: 0 },
  { id: "db", perMonth: 480, site: 0 },
  { id: "logs", perMonth: 40, site: -1 },
  { id: "egress", perMonth: 12, site: -1 },
] as unknown as NonNullable<PictureOptions["bill"]>;

const cases: readonly (readonly [string, string, Partial<PictureOptions>])[] = [
  ["of nothing yet", "empty", { width: 60, focus: "box" }],
  ["of a first box", "dns · box 2", { width: 60, usersLine: "12/s", single: true, bill }],
  ["along one line, with its prices", oneSite, { width: 130, bill }],
  ["in lines", oneSite, { width: 76, height: 24, focus: "cache" }],
  ["in close lines, running", oneSite, { width: 70, height: 18, live, phase: 1 }],
  ["with all the room, running", oneSite, { width: 140, height: 30, live, phase: 2 }],
  [
    "compared with a smaller one",
    oneSite,
    { width: 120, since: design("dns · lb 2 · web 6×8 · box 2 · db 4 + 2×4") },
  ],
  ["of two sites beside each other", twoSites, { width: 90, height: 22 }],
  [
    "of two sites beside each other, without copies between them",
    twoSites.replace("sync async · ", ""),
    { width: 84, height: 22 },
  ],
  [
    "of two sites, one of them dark",
    twoSites,
    { width: 90, height: 22, live, phase: 3, dark: new Map([["us", "dark until t=500"]]) },
  ],
  ["of two sites above each other", twoSites, { width: 150, height: 40, live, phase: 0 }],
  ["of two sites in racks", twoSites, { width: 60, height: 12, live, focus: "web@korea" }],
  ["of shards beside a box", shards, { width: 100, live, phase: 0 }],
  ["of shards, close", shards, { width: 52, height: 13, live }],
  ["of tools under the cursor", oneSite, { width: 60, focus: "tools" }],
];

describe("the picture in tones", () => {
  test.each(cases)("%s", async (name, line, options) => {
    await expect(`${line}\n\n${drawn(line, options)}\n`).toMatchFileSnapshot(
      `../../golden/picture-tones/${name.replace(/,/g, "").replaceAll(" ", "-")}.txt`,
    );
  });
});
