import { describe, expect, test } from "vitest";
import { type Detail, isFocused, paintBox, sizeOf, wordsOf } from "../../../src/present/picture/box.ts";
import { Canvas } from "../../../src/present/picture/canvas.ts";
import type { Live, PartFigures, PictureOptions } from "../../../src/present/picture/index.ts";
import { type Part, partsOf } from "../../../src/present/picture/parts.ts";
import { design } from "../../../src/sim/index.ts";
import { words } from "../../helpers/english.ts";
import { inTones } from "../../helpers/in-tones.ts";

/** Each kind of box by itself, in each detail: how large it is, and what is painted into it in which tone. */

const rich =
  "dns · cdn static · lb 2 · box 8 · web 9×8 target=60 min=3 max=20 · sessions pair · cache 3 invalidate · db 4 + 3×4 zones=AB · shards 10×8 salt=16 · kv 1 · queue durable attempts=5 dead · workers 6×8 max=20";
const since = "dns · lb 2 · web 6×8 · sessions pair · cache 2 · db 4 + 2×4 · shards 8×8 · workers 6×8";
const bill = ["lb", "web", "cache", "db", "shards"].map((id, at) => ({
  id,
  perMonth: [0.4, 0.6, 480, 1_440.5, 12_000][at],
  site: 0,
})) as unknown as NonNullable<PictureOptions["bill"]>;

const each = (...all: readonly number[]) =>
  all.map((utilization) => ({ utilization, isDown: utilization === 0 }));
const states: Readonly<Record<string, (kind: string) => PartFigures | undefined>> = {
  calm: (kind) => ({ utilization: 0.3, ...(kind === "cdn" ? { hitRatio: 0.9 } : {}) }),
  unseen: () => undefined,
  lossy: () => ({ utilization: 1.2, lostPerSec: 2_410, reason: "timeout", queue: 12 }),
  uneven: (kind) => ({
    utilization: 0.8,
    each: kind === "shards" ? each(0.1, 0.5, 0, 0.2, 0.9, 1.5, 0.3, 0.3, 0.3, 0.3) : each(0.1, 0.9),
    ...(kind === "db" ? { promoted: true } : {}),
    ...(kind === "shards" ? { lostPerSec: 3, reason: "hot-shard" as never } : {}),
  }),
  repaired: () => ({ utilization: 0.5, boxes: 1, rebuilding: 1, moved: 0.4 }),
  down: () => ({ down: true, lagSec: 3, depth: 10 }),
};

const still = (rows: number, more: Partial<Detail> = {}): Detail => ({
  rows,
  pad: 1,
  live: false,
  headInTitle: false,
  prices: false,
  ...more,
});
const running = (rows: number, more: Partial<Detail> = {}): Detail => still(rows, { live: true, ...more });

const details: Readonly<Record<string, Detail>> = {
  "1 line": still(1),
  "1 line, close": still(1, { pad: 0 }),
  "2 lines, prices": still(2, { prices: true }),
  "3 lines": still(3),
  "5 lines, prices": still(5, { prices: true }),
  "2 lines, head above": still(2, { headInTitle: true }),
  "of no text": still(2, { isNominal: true }),
  "1 line, running": running(1),
  "1 line, running, head above": running(1, { headInTitle: true }),
  "2 lines, running, close": running(2, { pad: 0 }),
  "2 lines, running, head above": running(2, { headInTitle: true }),
  "3 lines, running": running(3),
};

const options = (more: Partial<PictureOptions> = {}): PictureOptions => ({
  words: words.picture,
  width: 80,
  ...more,
});
const parts = (line: string, more: Partial<PictureOptions> = {}) =>
  partsOf(words.picture, design(line), more.since, more.bill);

/** All boxes of a design beside each other, each as wide as it must be and `more` cells. */
function shelf(all: readonly Part[], detail: Detail, more: number, given: PictureOptions): string {
  const sizes = all.map((part) => sizeOf(part, detail, given));
  const canvas = new Canvas(
    sizes.reduce((sum, { w }) => sum + w + more + 1, 0),
    Math.max(...sizes.map(({ h }) => h)),
  );
  let x = 0;
  for (const [at, part] of all.entries()) {
    const { w, h } = sizes[at] as { w: number; h: number };
    paintBox(canvas, { part, x, y: 0, w: w + more, h }, detail, given);
    x += w + more + 1;
  }
  return inTones(canvas.lines(false));
}

const live = (state: string, kinds: readonly Part[]): Live => {
  const kindOf = new Map(kinds.map(({ id, kind }) => [id, kind]));
  return (id) => states[state]?.(kindOf.get(id) ?? "");
};

test("each kind of box has its size in each detail, in a narrow picture and in a wide one", async () => {
  const all = [...parts(rich, { bill }), ...parts("empty"), ...parts("web 1×4")];
  const table = all.map((part) => {
    const sizes = Object.values(details).map((detail) =>
      [59, 60].map((width) => {
        const { w, h } = sizeOf(part, detail, options({ width, bill, single: true }));
        return `${w}×${h}`;
      }),
    );
    const cells = sizes.map(([narrow, wide]) =>
      (narrow === wide ? `${narrow}` : `${narrow}/${wide}`).padEnd(12),
    );
    return `${part.kind.padEnd(10)}${cells.join("")}`.trimEnd();
  });
  await expect(`${Object.keys(details).join(" | ")}\n\n${table.join("\n")}\n`).toMatchFileSnapshot(
    "../../golden/boxes/sizes.txt",
  );
});

describe("boxes painted", () => {
  const painted = Object.entries(details).filter(([, { isNominal }]) => !isNominal);
  test.each(painted.filter(([, detail]) => !detail.live))("that stand still, %s", async (name, detail) => {
    const given = { bill, single: true, since: design(since) };
    const all = [...parts(rich, given), ...parts("empty", given), ...parts("web 1×4", given)];
    const pages = [0, 3, -4].map((more) => shelf(all, detail, more, options(given)));
    await expect(`${pages.join("\n\n")}\n`).toMatchFileSnapshot(
      `../../golden/boxes/${name.replaceAll(/, | /g, "-")}.txt`,
    );
  });
  test.each(painted.filter(([, detail]) => detail.live))("that work, %s", async (name, detail) => {
    const all = [...parts(rich), ...parts("empty"), ...parts("web 1×4")];
    const pages = Object.keys(states).map((state, at) =>
      shelf(all, detail, at % 3, options({ live: live(state, all), focus: at === 1 ? "cache" : "none" })),
    );
    await expect(`${pages.join("\n\n")}\n`).toMatchFileSnapshot(
      `../../golden/boxes/${name.replaceAll(/, | /g, "-")}.txt`,
    );
  });
});

test("the foot of a box says all tags that have room, and of one that is wrong at least its beginning", () => {
  const [db] = parts("db 4", { since: design("empty"), bill }).filter(({ kind }) => kind === "db");
  const foot = (w: number, detail: Detail, more: Partial<PictureOptions>) => {
    const canvas = new Canvas(w, 3);
    paintBox(canvas, { part: db as Part, x: 0, y: 0, w, h: 3 }, detail, options(more));
    return (canvas.lines(false)[2] ?? []).map(({ text }) => text).join("");
  };
  const tags = { single: true, bill };
  const prices = still(1, { prices: true });
  const feet = [
    "└── new ▲1 $1,441 ─┘",
    "└── new ▲1 $1,441 ┘",
    "└─ new ▲1 $1,441 ┘",
    "└────── new ▲1 ─┘",
    "└── new ─┘",
    "└─ new ┘",
    "└─ ▲1 ┘",
    "└────┘",
  ];
  for (const each of feet) expect(foot(each.length, prices, tags)).toBe(each);
  const lossy = { live: () => ({ lostPerSec: 9, reason: "timeout" as const }) };
  for (const each of ["└── waited ─┘", "└── waited ┘", "└─ wai… ┘"])
    expect(foot(each.length, running(1), lossy)).toBe(each);
});

test("the cursor is on the part of its name, and a box waits in the empty rack", () => {
  const [rack] = parts("dns").filter(({ kind }) => kind === "?rack");
  const on = (part: Part | undefined, focus: string | undefined) =>
    isFocused(part as Part, options(focus === undefined ? {} : { focus }));
  expect([undefined, "web", "box", "db"].map((focus) => on(rack, focus))).toEqual([false, true, true, false]);
  const [web] = parts("web 2×8").filter(({ kind }) => kind === "web");
  expect([undefined, "web", "box", "db"].map((focus) => on(web, focus))).toEqual([false, true, false, false]);
});

test("in so many cells a part says all that stands in them whole, and nothing of what does not", () => {
  const [cache] = parts("cache 3 invalidate", { bill }).filter(({ kind }) => kind === "cache");
  const said = (cells: number) => wordsOf(cache as Part, options({ bill, single: true }), cells);
  expect(said(27)).toBe("$480, keeps 1h, invalidates");
  expect(said(26)).toBe("$480, keeps 1h");
  expect(said(14)).toBe("$480, keeps 1h");
  expect(said(13)).toBe("$480");
  expect(said(4)).toBe("$480");
  expect(said(3)).toBe("");
  expect(wordsOf(cache as Part, options(), 99)).toBe("keeps 1h, invalidates");
  const fresh = parts("cache 3", { since: design("empty") }).find(({ kind }) => kind === "cache");
  expect(wordsOf(fresh as Part, options(), 99)).toBe("new, keeps 1h");
});

test("where what befalls its boxes has no room, the foot says how many are at work", () => {
  const all = parts("db 4 + 6×4").filter(({ kind }) => kind === "replicas");
  const given = options({ live: () => ({ utilization: 0.5, boxes: 5, rebuilding: 1 }) });
  const [part] = all as [Part];
  const { w } = sizeOf(part, running(1), given);
  const foot = (more: number) =>
    shelf(all, running(1), more, given)
      .split("\n")
      .find((line) => line.includes("└"));
  expect(foot(Math.max(0, 16 - w))).toContain("5 of 6×4");
  expect(foot(20)).toContain("1 rebuilding");
});
