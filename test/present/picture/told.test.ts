import { describe, expect, test } from "vitest";
import {
  describe as describeDesign,
  type PartFigures,
  picture,
  toMermaid,
  toSvg,
} from "../../../src/present/picture/index.ts";
import { partsOf } from "../../../src/present/picture/parts.ts";
import { rack } from "../../../src/present/picture/rack.ts";
import {
  design,
  formatDesign,
  globalParts,
  type Setting,
  type SettingValue,
  siteParts,
  withValue,
} from "../../../src/sim/index.ts";
import { words } from "../../helpers/english.ts";
import { inTones } from "../../helpers/in-tones.ts";

/** What is told of each part: by each setting, aloud, in a rack, and for other viewers. */

const stores = "lb 2 · web 9×8 · sessions pair · cache 3 · db 4 + 3×4 zones=AB";
const jobs = "queue durable attempts=5 dead · workers 6×8 max=20";
const all = `dns geo · cdn static · tools logs=sampled · lb 2 · box 2 · web 9×8 · sessions pair · cache 3 · db 4 + 3×4 · shards 8×8 · kv 1 · ${jobs}`;
const two = `dns geo · cdn static · sync async · ${stores} · ${jobs} · @korea · ${stores.replace("db 4", "db 0")}`;

function valuesOf(setting: Setting): readonly SettingValue[] {
  switch (setting.kind) {
    case "count":
      return [setting.min, setting.min + 1, Math.min(setting.max, setting.min + 5)];
    case "size":
      return setting.sizes.slice(0, 2);
    case "choice":
      return setting.words;
    case "toggle":
      return [false, true];
    case "duration":
      return [setting.minSec, setting.minSec + 1];
  }
}

test("each value of each setting is told by its part, as it is and as a change", async () => {
  const base = design(all);
  const told = (...given: Parameters<typeof partsOf>) =>
    new Map(
      partsOf(...given).map(({ id, head, lines, marks, ...part }) => {
        const say = ({ text, changed }: typeof head) => (changed ? `${text}!` : text);
        const flags = [
          part.isNew && "new",
          part.isSingle && "single",
          part.isData && "data",
          part.stack > 0 && `stack ${part.stack}`,
          part.bought > 0 && `bought ${part.bought}`,
          part.headRoom > 0 && `room ${part.headRoom}`,
        ].filter(Boolean);
        return [
          id,
          `${id}: ${say(head)} | ${lines.map(say).join(", ")} | ${marks.map(say).join(", ")} | ${flags.join(", ")}`,
        ];
      }),
    );
  const before = told(words.picture, base, undefined);
  const rows: string[] = [...before.values(), ""];
  for (const [part, table] of Object.entries<Readonly<Record<string, Setting>>>({
    ...globalParts,
    ...siteParts,
  }))
    for (const [key, setting] of Object.entries(table))
      for (const value of valuesOf(setting)) {
        const now = withValue(base, `${part}.${key}`, value);
        const alone = told(words.picture, now, undefined);
        const ways = [alone, told(words.picture, now, base)].map((each) =>
          [...each].filter(([id, text]) => before.get(id) !== text).map(([, text]) => `  ${text}`),
        );
        const gone = [...before.keys()].filter((id) => !alone.has(id));
        rows.push(
          `${part}.${key} ${value}${gone.length > 0 ? `, gone ${gone.join(" ")}` : ""}`,
          ...ways.flat(),
        );
      }
  await expect(`${rows.join("\n")}\n`).toMatchFileSnapshot("../../golden/told/settings.txt");
});

const figures: Readonly<Record<string, PartFigures>> = {
  dns: { lostPerSec: 0.2, reason: "timeout" },
  cdn: { hitRatio: 0.93, flowPerSec: 1_200 },
  lb: { utilization: 0.3, boxes: 1, flowPerSec: 900 },
  box: { down: true, lostPerSec: 30 },
  web: { utilization: 0.8, inVain: 0.2, queue: 12, each: [{ utilization: 0.2 }, { utilization: 0.8 }] },
  sessions: { fog: true },
  cache: { utilization: 0.2, hitRatio: 0.58 },
  db: { utilization: 0.98, lostPerSec: 212, reason: "timeout", promoted: true },
  replicas: { utilization: 0.5, boxes: 2, rebuilding: 1, lagSec: 3 },
  shards: { utilization: 0.5, each: [0.2, 0.8, 0.99].map((utilization) => ({ utilization })), moved: 0.4 },
  kv: { leadsIn: "korea" },
  queue: { depth: 2_410 },
  workers: { utilization: 0.96, boxes: 20, each: [{ utilization: 0.4 }] },
};
const live = (id: string) => figures[id.split("@")[0] ?? ""];

test("aloud, all of it, at rest, at work and in the dark", async () => {
  const pages = ["empty", "dns · web 1×4", all, two].flatMap((line) => {
    const built = design(line);
    return [
      describeDesign(words.picture, built),
      describeDesign(words.picture, built, live),
      describeDesign(words.picture, built, live, new Map([["us", "dark until t=500"]])),
    ].map((sentences) => sentences.join("\n"));
  });
  await expect(`${pages.join("\n\n")}\n`).toMatchFileSnapshot("../../golden/told/aloud.txt");
});

test("as a flowchart, with the shape of what stands there, what keeps data and what is missing", async () => {
  const pages = ["empty", "dns · web 1×4", all, two].map((line) => toMermaid(words.picture, design(line)));
  await expect(pages.join("\n")).toMatchFileSnapshot("../../golden/told/flowcharts.txt");
});

test("as a drawing, each line, arrow, bar and word where it stands", async () => {
  const options = { words: words.picture, width: 64, height: 20, live, phase: 1, ascii: true } as const;
  const small = toSvg(design("dns · cdn static · lb 2 · web 9×8 · shards 8×8"), options);
  const sites = toSvg(design(two), { ...options, width: 60, height: 12 });
  await expect(`${small}\n${sites}`).toMatchFileSnapshot("../../golden/told/drawings.txt");
  expect(small).toContain(
    `<title>${formatDesign(design("dns · cdn static · lb 2 · web 9×8 · shards 8×8"))}<`,
  );
  expect(small).toBe(
    toSvg(design("dns · cdn static · lb 2 · web 9×8 · shards 8×8"), { ...options, ascii: false }),
  );
});

describe("in racks", () => {
  const rooms = [
    [36, 9],
    [59, 12],
    [60, 14],
    [140, 22],
  ] as const;
  test.each([
    ["at rest", {}],
    ["with prices", { bill: true, single: true, focus: "web" }],
    ["compared", { since: "dns · lb 1 · web 6×8 · cache 3 · db 4 + 2×4 · kv 1" }],
    ["at work", { live: true, phase: 1 }],
    ["in the dark", { live: true, dark: true, phase: 2 }],
  ] as const)("%s", async (name, given: Readonly<Record<string, unknown>>) => {
    const pages = [all, two, "dns · web 1×4", "web 2×8 · db 4 · @korea · web 1×8"].flatMap((line) =>
      rooms.map(([width, height]) => {
        const built = design(line);
        const options = {
          words: words.picture,
          width,
          ...(given.focus ? { focus: "web" } : {}),
          ...(given.single ? { single: true } : {}),
          ...(given.since ? { since: design(String(given.since)) } : {}),
          ...(given.live ? { live, phase: Number(given.phase) } : {}),
          ...(given.dark ? { dark: new Map([["us" as const, "dark until t=500"]]) } : {}),
        };
        const bill = given.bill
          ? (["web", "db", "cache", "lb"] as const).map((id) => ({ id, perMonth: 1_440.4, site: 0 }))
          : undefined;
        const parts = partsOf(words.picture, built, given.since ? options.since : undefined, bill);
        return `[${width}×${height}]\n${inTones(rack(built, parts, { ...options, ...(bill ? { bill } : {}) }, { width, height }).lines(false))}`;
      }),
    );
    await expect(`${pages.join("\n\n")}\n`).toMatchFileSnapshot(
      `../../golden/racks/${name.replaceAll(" ", "-")}.txt`,
    );
  });
});

test("what stands beside the path is told in as many lines as it takes", async () => {
  const line =
    "dns geo · sync async · services · tools logs=sampled metrics=tiers business ci=canary deploy=automated smoke traces · lb 2 · web 2×8 · db 4";
  const pages = [40, 71, 72, 80, 120].flatMap((width) =>
    [10, 12, 13, 30].map((height) => {
      const lines = picture(design(line), {
        words: words.picture,
        width,
        height,
        focus: width === 80 ? "tools" : "web",
      });
      return `[${width}×${height}] ${lines.length} lines\n${inTones(lines.slice(-5))}`;
    }),
  );
  await expect(`${pages.join("\n\n")}\n`).toMatchFileSnapshot("../../golden/told/beside-the-path.txt");
});
