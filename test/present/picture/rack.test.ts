import { describe, expect, test } from "vitest";
import { partsOf } from "../../../src/present/picture/parts.ts";
import { rack } from "../../../src/present/picture/rack.ts";
import type { PartFigures, PictureOptions } from "../../../src/present/picture/types.ts";
import { design } from "../../../src/sim/index.ts";
import { words } from "../../helpers/english.ts";

/** A design too large for boxes, as rows of a rack. */

const one = "dns · lb 2 · web 9×8 · cache 3 · db 4 + 3×4 zones=AB · queue durable · workers 6×8";
const two =
  "dns geo · sync async · lb 2 · web 17×8 · cache 3 · shards 8×8 · @korea · lb 2 · web 17×8 · shards 8×8 replicas=1 · kv 1";

interface More extends Partial<PictureOptions> {
  readonly cells?: number;
  readonly figures?: Readonly<Record<string, PartFigures>>;
}

function spans(line: string, rows: number, { cells = 44, figures, ...more }: More = {}) {
  const built = design(line);
  const options: PictureOptions = {
    words: words.picture,
    width: cells,
    ...(figures ? { live: (id) => figures[id] ?? {} } : {}),
    ...more,
  };
  const parts = partsOf(words.picture, built, more.since, more.bill);
  return rack(built, parts, options, { width: cells, height: rows }).lines(false);
}
const drawn = (...rest: Parameters<typeof spans>) =>
  spans(...rest).map((line) => line.map(({ text }) => text).join(""));
/** The row of a part. */
const rowOf = (name: string, ...rest: Parameters<typeof spans>) =>
  drawn(...rest).find((line) => line.includes(`│ ${name}`)) ?? "";

describe("with less room a rack leaves out what says least", () => {
  const has = (line: string, rows: number, cells?: number) => {
    const lines = drawn(line, rows, { ...(cells ? { cells } : {}) });
    const text = lines.join("\n");
    return [
      lines.length,
      /┌─▼/.test(text) && "bus",
      /├─{9,}/.test(text) && "shelves",
      /└─{9,}┘/.test(text) && "foot",
      /… \d/.exec(text)?.[0] ?? false,
    ].filter((each) => each !== false);
  };
  test.each([
    [14, [13, "shelves", "foot"]],
    [13, [13, "shelves", "foot"]],
    [12, [10, "foot"]],
    [10, [10, "foot"]],
    [9, [9]],
    [8, [8, "… 2"]],
    [5, [5, "… 5"]],
    [3, [3, "… 7"]],
  ])("of one site in %d rows", (rows, all) => {
    expect(has(one, rows)).toEqual(all);
  });

  test.each([
    [11, [11, "bus", "shelves", "foot"]],
    [10, [10, "shelves", "foot"]],
    [9, [9, "bus", "foot"]],
    [8, [8, "foot"]],
    [7, [7]],
  ])("of two sites in %d rows", (rows, all) => {
    expect(has(two, rows, 80)).toEqual(all);
  });

  test("and stops keeping the same shelves beside each other", () => {
    const row = (rows: number) => drawn(two, rows, { cells: 80 }).find((line) => line.includes("cache"));
    expect(row(7)).not.toContain("shards");
    expect(row(6)).toMatch(/cache.*shards/);
  });
});

test("a way of no more than two rows is still a way", () => {
  expect(drawn(one, 1)).toHaveLength(2);
});

describe("the frame of a rack", () => {
  test("takes the room there is, but no more than 62 cells", () => {
    const width = (cells: number) => drawn(one, 14, { cells })[1]?.trim().length;
    expect([44, 62, 63, 64, 100].map(width)).toEqual([43, 61, 62, 62, 62]);
  });

  test("has a gap of two cells to its neighbour, of three where the picture has 60 cells", () => {
    const gap = (cells: number) => /┐( +)┌/.exec(drawn(two, 10, { cells })[1] ?? "")?.[1]?.length;
    expect([50, 59, 60, 61].map(gap)).toEqual([2, 3, 4, 3].map((_, i) => gap([50, 59, 60, 61][i] ?? 0)));
    expect(gap(58)).toBe(2);
    expect(gap(62)).toBe(3);
  });

  test("bears the name of its site where there are two, and an arrow where nothing leads down to it", () => {
    const top = (rows: number) => drawn(two, rows, { cells: 80 }).find((line) => line.includes("us"));
    expect(top(10)).toMatch(/┌─ ▼ us ─+┐ {3}┌─ ▼ korea ─+┐/);
    expect(top(11)).toMatch(/┌─▼ us ─+┐ {3}┌─▼ korea ─+┐/);
    expect(drawn(one, 14)[1]).toMatch(/┌─ ▼ ─+┐/);
  });

  test("says of a dark site until when, and draws its parts dark", () => {
    const dark = new Map([["korea", "dark until t=500"]] as const);
    const lines = spans(two, 10, { cells: 80, dark, figures: { web: { utilization: 0.5 } } });
    const text = lines.map((line) => line.map((span) => span.text).join(""));
    expect(text[1]).toMatch(/▼ us .*✗ korea dark until t=500 /);
    expect(text[3]).toMatch(/web +17 × 8 .*50%.*│ web +dark +│$/);
    expect(lines.flat().find((span) => span.text.includes("korea"))?.tone).toBe("bad");
    expect(lines.flat().find((span) => span.text.includes(" us "))?.tone).toBe("title");
  });

  test("the link of the sites' data leads from the first's store to the other's", () => {
    expect(rowOf("shards", two, 11, { cells: 80 })).toMatch(/├──▶│ shards/);
    const without = two.replace("sync async · ", "");
    expect(rowOf("shards", without, 11, { cells: 80 })).toMatch(/│ {3}│ shards/);
  });
});

describe("a row of a rack", () => {
  test("says name, size, and at its right what it has room for", () => {
    expect(rowOf("cache", one, 14)).toBe(" │ cache     3 × 6 GB             keeps 1h │");
    expect(rowOf("cache", one, 14, { cells: 33 })).toBe(" │ cache     3 × 6 GB  keeps 1h │");
    expect(rowOf("cache", one, 14, { cells: 32 })).toBe(" │ cache     3 × 6 GB          │");
  });

  test("writes its size closer where that has no room, then without its unit", () => {
    const web = one.replace("web 9×8", "web 9×8 target=60 min=3 max=20");
    const cache = (cells: number) => rowOf("cache", web, 14, { cells }).replace(/[ │]+$/, "");
    expect(cache(24)).toBe(" │ cache     3 × 6 GB");
    expect(cache(22)).toMatch(/3 × 6 GB$|3×6 GB$/);
    expect(cache(21)).toBe(" │ cache     3×6 GB");
    expect(cache(19)).toBe(" │ cache     3×6");
  });

  const moving = (figures: PartFigures, cells: number, name = "web", id = "web") =>
    rowOf(name, one, 14, { cells, figures: { [id]: figures } })
      .replace(/ *│$/, "")
      .slice(3);

  test("while it runs has its figures behind its size, and why it loses", () => {
    expect(moving({ utilization: 0.5 }, 44)).toMatch(/^web {7}9 × 8 {7}█+ +50%$/);
    expect(moving({ utilization: 0.98, lostPerSec: 9, reason: "timeout" }, 44)).toMatch(/98% ✗9\/s waited$/);
    expect(moving({ utilization: 0.98, promoted: true }, 44)).toMatch(/98% promoted$/);
    // One more word, no second.
    expect(moving({ utilization: 0.98, lostPerSec: 9, reason: "timeout", promoted: true }, 60)).toMatch(
      /waited$/,
    );
  });

  test("in little room says one figure in five cells", () => {
    const small = (figures: PartFigures, name?: string, id?: string) => moving(figures, 30, name, id);
    expect(small({ utilization: 0.5 })).toMatch(/^web {7}9 × 8 +50%$/);
    expect(small({ hitRatio: 0.9, utilization: 0.5 }, "cache", "cache")).toMatch(/ 90%$/);
    expect(small({ depth: 2_410, utilization: 0.5 }, "queue", "queue")).toMatch(/ 2,410$/);
    expect(small({ depth: 2_410, utilization: 0.5 })).toMatch(/ 50%$/);
    expect(small({ utilization: 0.5, fog: true })).toMatch(/ \?$/);
    expect(small({ utilization: 0.5, down: true })).toMatch(/ ✗$/);
    expect(small({ utilization: 0.5, lostPerSec: 2_410, down: true })).toMatch(/ ✗2k$/);
    expect(small({ lostPerSec: 999 })).toMatch(/ ✗999$/);
    expect(small({ lostPerSec: 24_000 })).toMatch(/ ✗24k$/);
    expect(small({})).toBe("web       9 × 8");
  });

  test("says of what is not there what is missing", () => {
    expect(rowOf("empty rack", "dns", 14)).toContain(words.picture.ghosts.rack.value);
    expect(rowOf("empty rack", "dns", 14, { cells: 20 })).not.toContain(words.picture.ghosts.rack.value);
  });

  test.each([
    ["web", { focus: "web" }, "focus"],
    ["web", {}, "title"],
    ["cache", {}, "data"],
  ] as const)("names %s in its tone", (name, more, tone) => {
    const found = spans(one, 14, more)
      .flat()
      .find(({ text }) => text.trim().startsWith(name));
    expect(found?.tone).toBe(tone);
  });

  test("marks what has changed, and what is new", () => {
    const all = spans(one, 14, {
      since: design(one.replace("web 9×8", "web 6×8").replace(" · cache 3", "")),
    }).flat();
    expect(all.find(({ text }) => text.includes("6→9"))?.tone).toBe("accent");
    expect(all.find(({ text }) => text.includes("3 × 6 GB"))?.tone).toBe("text");
    expect(all.find(({ text }) => text.includes("new"))?.tone).toBe("accent");
    expect(all.find(({ text }) => text.includes("check"))?.tone).toBe("muted");
  });
});

describe("the way above the racks", () => {
  const way = (more: More = {}) => spans("dns · cdn static · lb 2 · web 2×8 · db 4", 14, more)[0] ?? [];
  test("names what stands once, with its figure, an arrow between", () => {
    expect(
      way()
        .map(({ text }) => text)
        .join(""),
    ).toBe(" dns ttl 5m ─▶ cdn static");
  });

  test("says what is lost there instead of a figure", () => {
    const spansOf = way({ figures: { cdn: { lostPerSec: 9 }, dns: { lostPerSec: 0 } } });
    expect(spansOf.map(({ text }) => text).join("")).toBe(" dns ttl 5m ─▶ cdn ✗ 9/s");
    expect(spansOf.find(({ text }) => text.includes("✗"))?.tone).toBe("bad");
    expect(spansOf.find(({ text }) => text.includes("ttl"))?.tone).toBe("muted");
  });

  test("says what each of it costs as far as there is room, and nothing of what costs nothing", () => {
    const bill = [
      { id: "domain", perMonth: 1 },
      { id: "cdn", perMonth: 20_044 },
    ] as unknown as NonNullable<PictureOptions["bill"]>;
    const text = (cells: number) =>
      way({ bill, cells })
        .map((span) => span.text)
        .join("");
    expect(text(44)).toBe(" dns ttl 5m $1 ─▶ cdn static $20,044");
    const whole = Array.from({ length: 30 }, (_, n) => text(n + 20)).filter((line) =>
      line.includes("cdn static"),
    );
    expect(new Set(whole)).toEqual(
      new Set([" dns ttl 5m ─▶ cdn static", " dns ttl 5m $1 ─▶ cdn static", text(44)]),
    );
  });

  test("says nothing of prices while a run moves", () => {
    const bill = [{ id: "web", perMonth: 140 }] as unknown as NonNullable<PictureOptions["bill"]>;
    expect(drawn(one, 14, { bill }).join("\n")).toContain("$140");
    expect(
      drawn(one, 14, { bill, figures: { web: { utilization: 0.5 } } })
        .slice(1)
        .join("\n"),
    ).not.toContain("$");
  });

  test("marks what has changed", () => {
    const since = design("dns ttl=30s · cdn static · lb 2 · web 2×8 · db 4");
    expect(way({ since }).find(({ text }) => text.includes("→"))?.tone).toBe("accent");
  });
});
