import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { level } from "../../src/levels/01-single-server/level.ts";
import { width } from "../../src/present/cells.ts";
import {
  describe as describeDesign,
  drawDesign,
  type Live,
  type PartFigures,
  type PictureOptions,
  picture,
  toMermaid,
  toSvg,
} from "../../src/present/picture/index.ts";
import { type Design, design, emptyDesign, forecast, formatDesign, reasons } from "../../src/sim/index.ts";
import { anyDesign } from "../helpers/designs.ts";
import { words } from "../helpers/english.ts";
import { raggedEdges } from "../levels/frames.ts";

/** What the parts of a design cost. */
/** As many random designs; `.ci/run` looks longer. */
const numRuns = Number(process.env.RUNS ?? 100);

const billOf = (built: Design) => forecast(built, level.scenario).fixed;

/** A design for each level, as its lesson leaves it. */
const lessons: Readonly<Record<string, string>> = {
  "00-empty": "empty",
  "01-single-server": "dns · box 2",
  "02-database": "dns · web 1×4 · db 2 · kv 1",
  "03-scaling": "dns · web 6×8 · db 4",
  "04-load-balancer": "dns · lb 2 · web 9×8 · db 8",
  "05-replication": "dns · lb 2 · web 9×8 · db 4 + 3×4 zones=AB",
  "06-cache": "dns · lb 2 · web 9×8 · cache 3 invalidate · db 4 + 3×4 zones=AB",
  "07-cdn":
    "dns · cdn static versioned fallback · lb 2 · web 12×8 · cache 3 invalidate · db 4 + 3×4 zones=AB",
  "08-stateless":
    "dns · cdn static versioned fallback · lb 2 · web 6×8 target=60 min=6 max=17 · sessions pair · cache 3 invalidate · db 4 + 3×4 zones=AB",
  "09-data-centers":
    "dns geo ttl=30s · cdn static versioned fallback · sync async · tools deploy=automated · lb 2 · web 17×8 · sessions pair · cache 3 · db 8 + 3×4 zones=AB · @korea · lb 2 · web 17×8 · sessions pair · cache 3 · db 0 + 3×4",
  "10-message-queue":
    "dns · cdn static versioned fallback · lb 2 · web 10×8 · sessions pair · cache 3 · db 4 + 3×4 zones=AB · queue durable attempts=5 dead · workers 6×8 max=20",
  "11-observability":
    "dns · cdn static versioned fallback · tools logs=sampled metrics=tiers business ci=canary deploy=automated · lb 2 · web 10×8 · sessions pair · cache 3 · db 4 + 3×4 zones=AB · queue durable attempts=5 dead · workers 6×8 max=20",
  "12-database-scaling":
    "dns · cdn static versioned fallback · tools logs=sampled metrics=tiers ci=canary deploy=automated · lb 2 · web 17×8 local=2s · sessions pair · cache 3 · shards 8×8 replicas=1 salt=16 counter · queue durable · workers 6×8",
  "13-finale":
    "dns geo · cdn static versioned fallback · sync async · services · tools logs=sampled metrics=tiers business ci=canary deploy=automated smoke · lb 2 · web 17×8 · sessions pair · cache 3 · shards 8×8 replicas=1 · queue durable · workers 6×8 · @korea · lb 2 · web 17×8 · sessions pair · cache 3 · shards 8×8 replicas=1 · queue durable · workers 6×8",
};

/** A bad second: the primary fails some, the replicas are behind, the queue fills. */
const badSecond: Readonly<Record<string, PartFigures>> = {
  dns: { lostPerSec: 0 },
  cdn: { hitRatio: 0.93 },
  lb: { utilization: 0.16 },
  box: { utilization: 0.82, queue: 12 },
  web: { utilization: 0.71, queue: 0 },
  sessions: { utilization: 0.05 },
  cache: { utilization: 0.1, hitRatio: 0.58 },
  db: { utilization: 0.98, queue: 900, lostPerSec: 212, reason: "timeout" },
  replicas: { utilization: 1.24, queue: 2_410 },
  shards: { utilization: 0.52 },
  kv: { utilization: 0.1 },
  queue: { depth: 2_410 },
  workers: { utilization: 0.96, boxes: 20 },
};

const live: Live = (part) => badSecond[part.split("@")[0] ?? ""];

const anyFigures: fc.Arbitrary<PartFigures> = fc.record(
  {
    utilization: fc.double({ min: 0, max: 60, noNaN: true }),
    queue: fc.double({ min: 0, max: 1e7, noNaN: true }),
    hitRatio: fc.double({ min: 0, max: 1, noNaN: true }),
    boxes: fc.integer({ min: 0, max: 400 }),
    rebuilding: fc.integer({ min: 0, max: 9 }),
    each: fc.array(
      fc.record({ utilization: fc.double({ min: 0, max: 60, noNaN: true }), isDown: fc.boolean() }),
      { maxLength: 40 },
    ),
    moved: fc.double({ min: 0, max: 1, noNaN: true }),
    promoted: fc.boolean(),
    flowPerSec: fc.double({ min: 0, max: 1e6, noNaN: true }),
    lostPerSec: fc.double({ min: 0, max: 1e6, noNaN: true }),
    reason: fc.constantFrom(...reasons),
    down: fc.boolean(),
    lagSec: fc.double({ min: 0, max: 1e4, noNaN: true }),
    depth: fc.double({ min: 0, max: 1e7, noNaN: true }),
    fog: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** Figures for every part there can be, drawn anew for each. */
const anyLive: fc.Arbitrary<Live> = fc
  .array(anyFigures, { minLength: 7, maxLength: 7 })
  .map((all) => (part: string) => all[[...part].reduce((sum, char) => sum + char.charCodeAt(0), 0) % 7]);

const height = 15;

/** Names that must stand in the picture, with how often. */
function namesIn(built: Design): [string, number][] {
  const names: string[] = [built.dns.domain ? "dns" : "no name"];
  if (built.cdn.assets !== "none") names.push("cdn");
  for (const site of built.sites) {
    if (site.lb.nodes > 0) names.push("balancer");
    if (site.box.size > 0) names.push("the box");
    if (site.web.count > 0) names.push("web");
    if (site.sessions.store === "pair" || site.sessions.store === "node") names.push("sessions");
    if (site.cache.nodes > 0) names.push("cache");
    if (site.db.size > 0) names.push("primary");
    if (site.db.replicas > 0) names.push("replicas");
    if (site.shards.count > 0) names.push("shards");
    if (site.kv.nodes > 0) names.push("key-value");
    if (site.queue.kind !== "none") names.push("queue");
    if (site.workers.count > 0) names.push("workers");
  }
  return [...new Set(names)].map((name) => [name, names.filter((each) => each === name).length]);
}

/** Whether a corner hangs on the words of a part that has no frame, which the way leaves from. */
function leavesText(lines: readonly string[], edge: string): boolean {
  const [row = 0, column = 0] = edge.split(/[: ]/).map(Number);
  return edge.endsWith("┘") && /[\p{L}\d]/u.test(lines[row - 2]?.[column - 1] ?? "");
}

const occurrences = (text: string, name: string) => text.split(name).length - 1;

describe("the picture of any design", () => {
  const widths = fc.integer({ min: 48, max: 160 });

  test("fits its room, joins all its lines and shows every part", () => {
    fc.assert(
      fc.property(anyDesign(), widths, fc.option(anyLive), fc.boolean(), (built, cells, figures, prices) => {
        const lines = drawDesign(built, {
          words: words.picture,
          width: cells,
          height,
          ...(prices ? { bill: billOf(built) } : {}),
          single: true,
          usersLine: "120,000/s",
          ...(figures ? { live: figures } : {}),
        });
        const where = `${formatDesign(built)} at ${cells}\n${lines.join("\n")}`;
        expect(lines.length, where).toBeLessThanOrEqual(height);
        for (const line of lines) expect(width(line), where).toBeLessThanOrEqual(cells);
        expect(
          raggedEdges(lines).filter((edge) => !leavesText(lines, edge)),
          where,
        ).toEqual([]);
        const text = lines.join("\n");
        for (const [name, times] of namesIn(built))
          expect(occurrences(text, name), `${name}: ${where}`).toBeGreaterThanOrEqual(times);
      }),
      { numRuns },
    );
  });

  test("is the same in ASCII, cell for cell", () => {
    fc.assert(
      fc.property(anyDesign(), widths, fc.option(anyLive), (built, cells, figures) => {
        const options = { words: words.picture, width: cells, height, ...(figures ? { live: figures } : {}) };
        const unicode = drawDesign(built, options);
        const ascii = drawDesign(built, { ...options, ascii: true });
        expect(ascii.map((line) => line.length)).toEqual(unicode.map((line) => width(line)));
        for (const line of ascii) expect(line).toMatch(/^[ -~]*$/);
        expect(ascii.join("")).not.toContain("?".repeat(2));
      }),
      { numRuns: Math.ceil(numRuns / 2) },
    );
  });

  test("stays where it is whatever the figures are", () => {
    fc.assert(
      fc.property(anyDesign(), widths, anyLive, anyLive, (built, cells, one, other) => {
        const frame = (figures: Live) =>
          drawDesign(built, { words: words.picture, width: cells, live: figures }).map((line) =>
            [...line]
              .map((glyph) => ("┌┐└".includes(glyph) ? glyph : " "))
              .join("")
              .trimEnd(),
          );
        expect(frame(one)).toEqual(frame(other));
      }),
      { numRuns: Math.ceil(numRuns / 2) },
    );
  });

  test("differs from the still one in tones alone while the flow moves", () => {
    fc.assert(
      fc.property(anyDesign(), widths, fc.integer({ min: 0, max: 3 }), (built, cells, phase) => {
        expect(drawDesign(built, { words: words.picture, width: cells, phase })).toEqual(
          drawDesign(built, { words: words.picture, width: cells }),
        );
      }),
      { numRuns: Math.ceil(numRuns / 8) },
    );
  });

  test("is told in words, part by part", () => {
    fc.assert(
      fc.property(anyDesign(), fc.option(anyLive), (built, figures) => {
        const sentences = describeDesign(words.picture, built, figures ?? undefined);
        for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*[.:%\w]$/);
        expect(sentences.length).toBeGreaterThanOrEqual(1 + built.sites.length);
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });
});

describe("the picture of a lesson's design", () => {
  test.each(Object.entries(lessons))("%s looks as it should", async (name, line) => {
    const built = design(line);
    const pages = [50, 80, 120].flatMap((cells) =>
      [undefined, live].map((figures) => {
        const options = {
          words: words.picture,
          width: cells,
          usersLine: "4,000/s",
          single: !figures,
          ...(cells > 100 ? { bill: billOf(built) } : {}),
        };
        const lines = drawDesign(built, figures ? { ...options, live: figures } : options);
        return [`[${cells} cells${figures ? ", live" : ""}]`, ...lines, ""].join("\n");
      }),
    );
    await expect(`${line}\n\n${pages.join("\n")}`).toMatchFileSnapshot(`../golden/picture/${name}.txt`);
  });
});

describe("a picture", () => {
  const cache = design(lessons["06-cache"] as string);

  test("says what an empty design lacks", () => {
    const text = drawDesign(emptyDesign(), { words: words.picture, width: 50 }).join("\n");
    expect(text).toContain("no name yet");
    expect(text).toContain("empty rack");
    expect(describeDesign(words.picture, emptyDesign())).toHaveLength(2);
  });

  test("tells aloud which of several boxes is the busiest, and of none where none does anything", () => {
    const told = (...busy: readonly number[]) => {
      const each = busy.map((utilization) => ({ utilization, isDown: utilization === 0 }));
      const live = (id: string) => (id.startsWith("web") ? { each } : undefined);
      return describeDesign(words.picture, cache, live).join("\n");
    };
    expect(told(0.2, 0.01, 0)).toContain("number 1 of 3 is the busiest: 20 % busy");
    expect(told(0.2, 5.28)).toContain("number 2 of 2 is the busiest: asked for 5.3 times what it can do");
    expect(told(0, 0, 0)).not.toContain("the busiest");
  });

  test("marks what is new and what has changed since another design", () => {
    const since = design("dns · lb 2 · web 6×8 · db 4 + 3×4 zones=AB");
    const spans = picture(cache, { words: words.picture, width: 80, since }).flat();
    expect(spans.find(({ text }) => text.includes("6→9"))?.tone).toBe("accent");
    expect(spans.find(({ text }) => text.includes("new"))?.tone).toBe("accent");
  });

  test("names what is gone, and does not compare what is new with nothing", () => {
    const since = design("dns · lb 2 · web 9×8 · cache 3 · db 4 + 3×4");
    const now = design("dns · lb 2 · web 9×8 target=60 min=6 max=17 · db 4 + 3×4");
    const text = drawDesign(now, { words: words.picture, width: 120, since }).join("\n");
    expect(text).toContain("gone: cache");
    expect(text).toContain("6–17 at 60%");
  });

  test("marks what has no twin, and nothing once everything has one", () => {
    const alone = drawDesign(design("dns · lb 1 · web 1×8 · db 4"), {
      words: words.picture,
      width: 80,
      single: true,
    }).join("\n");
    expect(occurrences(alone, "▲1")).toBe(3);
    expect(drawDesign(cache, { words: words.picture, width: 80, single: true }).join("\n")).not.toContain(
      "▲1",
    );
  });

  test("shows a failure where it happens, with its reason", () => {
    const text = drawDesign(cache, { words: words.picture, width: 80, live }).join("\n");
    expect(text).toContain("✗ 212/s");
    expect(text).toContain("waited");
    const spans = picture(cache, { words: words.picture, width: 80, live }).flat();
    expect(spans.find(({ text: each }) => each.includes("212/s"))?.tone).toBe("bad");
  });

  const at = (line: string, figures: Live, options: Partial<PictureOptions> = {}) =>
    drawDesign(design(line), { words: words.picture, width: 120, live: figures, ...options }).join("\n");

  test("grows its gauges to the right, and leaves the rest of the line empty", () => {
    const text = at("dns · box 2", () => ({ utilization: 0.5 }));
    expect(text).toMatch(/│ █+[▏▎▍▌▋▊▉]? +50% │/);
    expect(text).not.toMatch(/[▁▂▃▄▅▆▇]/);
  });

  test("shows each shard by itself: the hot one full, the others low, the share of the hottest beside them", () => {
    const each = [0.2, 0.2, 8.04, 0.2, 0.2, 0.2, 0.2, 0.2].map((utilization) => ({ utilization }));
    const spans = picture(design("dns · lb 2 · web 9×8 · shards 8×8"), {
      words: words.picture,
      width: 120,
      live: (part) => (part === "shards" ? { utilization: 1, each } : {}),
    }).flat();
    const bars = spans.filter(({ text }) => /^[▁▂▃▄▅▆▇█ ]+$/.test(text) && text.trim() !== "");
    expect(
      bars
        .map(({ text }) => text)
        .join("")
        .replaceAll(" ", ""),
    ).toBe("▂▂█▂▂▂▂▂");
    expect(bars.find(({ text }) => text.includes("█"))?.tone).toBe("bad");
    expect(spans.some(({ text }) => text.includes("8.0×"))).toBe(true);
  });

  test("shows boxes that differ by halves of a cell where they are many, and their gauge where even that is too much", () => {
    const web = (boxes: number, cells: number) =>
      picture(design("dns · lb 2 sticky · web 9×8 · db 4"), {
        words: words.picture,
        width: cells,
        live: (part) =>
          part === "web"
            ? {
                utilization: 0.8,
                each: Array.from({ length: boxes }, (_, i) => ({ utilization: i < 4 ? 0.8 : 0.1 })),
              }
            : {},
      })
        .flat()
        .map(({ text }) => text)
        .join("");
    expect(web(24, 120)).toMatch(/⣿⣿⣀{10} +80%/);
    expect(web(60, 120)).toMatch(/█+[▏▎▍▌▋▊▉]? +80%/);
  });

  test("says how much has moved to a shard that joins, and counts it", () => {
    const each = Array.from({ length: 9 }, () => ({ utilization: 0.3 }));
    const text = at("dns · lb 2 · web 9×8 · shards 8×8", (part) =>
      part === "shards" ? { each, boxes: 9, moved: 0.43 } : {},
    );
    expect(text).toContain("9 × 8");
    expect(text).toContain("moved 43%");
  });

  test("says how many of a part's boxes are alive, where they stand, what is rebuilt and who took over", () => {
    const line = "dns · lb 2 · web 9×8 · db 4 + 3×4 zones=AB";
    const calm = at(line, (part) => (part === "replicas" ? { boxes: 3 } : {}));
    expect(calm).toContain("3 × 4");
    expect(calm).toContain("zones A B B");
    const bad = at(line, (part) =>
      part === "replicas"
        ? { boxes: 2, rebuilding: 1 }
        : part === "lb"
          ? { boxes: 1 }
          : part === "db"
            ? { promoted: true }
            : {},
    );
    expect(bad).toContain("2 of 3 × 4");
    expect(bad).toContain("1 of 2");
    expect(bad).toContain("1 rebuilding");
    expect(bad).toContain("promoted");
  });

  test("of boxes that come and go by themselves says how many there are, not how many of those bought", () => {
    const text = at("dns · lb 2 · web 9×8 target=60 min=3 max=20 · db 4", (part) =>
      part === "web" ? { boxes: 4 } : {},
    );
    expect(text).toContain("4 × 8");
    expect(text).not.toContain("of 9");
  });

  test("keeps the cures for a celebrity on the card while it runs", () => {
    const text = at("dns · lb 2 · web 9×8 · shards 8×8 salt=16 counter", () => ({ utilization: 0.3 }));
    expect(text).toContain("salt 16 counter");
  });

  test("of a dark site draws all of it dark, says until when, and lets nothing flow into it", () => {
    const two = design(lessons["09-data-centers"] as string);
    const spans = picture(two, {
      words: words.picture,
      width: 120,
      live: () => ({ utilization: 0.4 }),
      dark: new Map([["us", "dark until t=500"]]),
      phase: 0,
    }).flat();
    const text = spans.map((span) => span.text).join("");
    expect(text).toContain("dark until t=500");
    // What lives of the other site: balancer, web, sessions, cache, replicas.
    expect(occurrences(text, " 40%")).toBe(5);
    expect(occurrences(text, " dark ")).toBeGreaterThanOrEqual(6);
  });

  test("a line never ends in the open", () => {
    for (const [name, line] of Object.entries(lessons))
      for (const cells of [43, 50, 60, 77, 100, 118])
        for (const rows of [12, 18, 30]) {
          const lines = drawDesign(design(line), { words: words.picture, width: cells, height: rows });
          expect(
            lines.filter((row) => /─(?: {2,}|$)/.test(row)),
            `${name} in ${cells} cells`,
          ).toEqual([]);
        }
  });

  test("a link of one cell is an arrow to the right, never a sign of warning", () => {
    for (const [, line] of Object.entries(lessons))
      for (const cells of [43, 50, 60, 77, 100])
        for (const rows of [12, 18]) {
          const text = drawDesign(design(line), { words: words.picture, width: cells, height: rows }).join(
            "\n",
          );
          expect(text, `${line} at ${cells}`).not.toContain("▲");
        }
  });

  test("a setting that adds no part moves none to another place", () => {
    const arrangement = (line: string) =>
      drawDesign(design(line), { words: words.picture, width: 77, height: 34, single: true, bill: [] })
        .map((row) => [...row.matchAll(/[a-z-]{3,}(?= ─)/g)].map(([name]) => name).join(" "))
        .filter((row) => row !== "");
    const queue = (settings: string) =>
      `dns · lb 2 · web 10×8 · sessions pair · cache 3 · db 4 + 3×4 · kv 1 · queue ${settings} · workers 6×8 max=14`;
    const one = arrangement(queue("durable attempts=3 dead"));
    expect(one.length).toBeGreaterThan(3);
    for (const settings of ["memory", "memory attempts=3", "durable", "durable attempts=3 dead steps"])
      expect(arrangement(queue(settings)), settings).toEqual(one);
  });

  test("nothing flows out of what is not there", () => {
    const flow = (line: string) =>
      picture(design(line), { words: words.picture, width: 80, phase: 0 })
        .flat()
        .filter(({ tone, text }) => tone === "user" && /[─▶│]/.test(text)).length;
    expect(flow("box 2")).toBeLessThan(flow("dns · box 2"));
  });

  test("highlights the part under the cursor", () => {
    const spans = picture(cache, { words: words.picture, width: 80, focus: "cache" }).flat();
    expect(spans.some(({ text, tone }) => text.includes("cache") && tone === "focus")).toBe(true);
  });

  test("can be saved as SVG and as a Mermaid flowchart", () => {
    const svg = toSvg(cache, { words: words.picture, width: 120 });
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    for (const name of ["balancer", "replicas", "cache"]) expect(svg).toContain(`>${name}<`);
    const chart = toMermaid(words.picture, cache);
    expect(chart).toContain("flowchart LR");
    expect(chart).toContain("db -->|copy| replicas");
  });
});
