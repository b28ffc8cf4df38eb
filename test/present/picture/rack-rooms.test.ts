import { describe, expect, test } from "vitest";
import { partsOf } from "../../../src/present/picture/parts.ts";
import { rack } from "../../../src/present/picture/rack.ts";
import type { PartFigures, PictureOptions } from "../../../src/present/picture/types.ts";
import { design } from "../../../src/sim/index.ts";
import { words } from "../../helpers/english.ts";
import { byRoom, inTones } from "../../helpers/in-tones.ts";

/** What a rack says in each room, cell by cell. */

type Bill = NonNullable<PictureOptions["bill"]>;
interface More extends Partial<PictureOptions> {
  readonly figures?: Readonly<Record<string, PartFigures>>;
}

function lines(line: string, cells: number, rows: number, { figures, ...more }: More = {}) {
  const built = design(line);
  const options: PictureOptions = {
    words: words.picture,
    width: cells,
    ...(figures ? { live: (id) => figures[id] } : {}),
    ...more,
  };
  const parts = partsOf(words.picture, built, more.since, more.bill);
  return rack(built, parts, options, { width: cells, height: rows }).lines(false);
}
const drawn = (...rest: Parameters<typeof lines>) =>
  lines(...rest).map((line) => line.map(({ text }) => text).join(""));
/** What stands behind "│" in a row, its gaps drawn together. */
const rowIn = (name: string, ...rest: Parameters<typeof lines>) =>
  (drawn(...rest).find((line) => line.startsWith(` │ ${name}`)) ?? "")
    .slice(3, -1)
    .replace(/ +/g, " ")
    .trim();

const one = "dns · lb 2 · web 9×8 · cache 3 · db 4 · queue durable";
const bill = (...all: readonly (readonly [string, number])[]) =>
  all.map(([id, perMonth]) => ({ id, perMonth, site: 0 })) as unknown as Bill;

describe("in each room a row says", () => {
  const rooms = (name: string, more: More, line = one) =>
    byRoom(16, 70, (cells) => rowIn(name, line, cells, 20, more));
  test("what it has room for", async () => {
    const since = design("dns · lb 2 · web 6×8 · cache 2 · db 2 · queue memory");
    const figures = {
      lb: { utilization: 0.3, boxes: 1 },
      web: { utilization: 0.98, lostPerSec: 12_400, reason: "timeout", promoted: true },
      cache: { hitRatio: 0.58, utilization: 0.2 },
      db: { utilization: 0.5, rebuilding: 1, moved: 0.4 },
      queue: { depth: 2_410 },
    } as const;
    const cases: readonly (readonly [string, string, More, string?])[] = [
      ["at rest", "cache", {}],
      ["with a price", "cache", { bill: bill(["cache", 480]), single: true }],
      ["compared", "cache", { since }],
      ["compared", "primary", { since }],
      ["empty", "empty", {}, "dns · cache 3"],
      ["at work", "balancer", { figures }],
      ["losing", "web", { figures }],
      ["hitting", "cache", { figures }],
      ["repaired", "primary", { figures }],
      ["deep", "queue", { figures }],
    ];
    const pages = cases.map(
      ([title, name, more, line]) => `[${name}, ${title}]\n${rooms(name, more, line).join("\n")}`,
    );
    await expect(`${pages.join("\n\n")}\n`).toMatchFileSnapshot("../../golden/racks/by-room.txt");
  });

  test("of what stands above the racks its price as soon as three more cells stay free", async () => {
    const way = (cells: number) =>
      drawn("dns · cdn static · web 2×8 · db 4", cells, 20, {
        bill: bill(["domain", 1], ["cdn", 20_044]),
      })[0] ?? "";
    await expect(`${byRoom(8, 60, way).join("\n")}\n`).toMatchFileSnapshot(
      "../../golden/racks/way-by-room.txt",
    );
  });
});

describe("in the least room", () => {
  const small = (figures: PartFigures, id: "web" | "queue" = "web") => {
    const [line] = lines(one, 30, 20, { figures: { [id]: figures } }).filter((spans) =>
      spans.some(({ text }) => text.startsWith(id)),
    );
    const span = line?.filter(({ text }) => /[\d?✗]/.test(text)).at(-1);
    return [span?.text.trim().split(" ").at(-1), span?.tone];
  };
  test.each([
    [{ utilization: 0.69 }, "69%", "good"],
    [{ utilization: 0.8 }, "80%", "warn"],
    [{ utilization: 1.2 }, "1.2×", "bad"],
    [{ hitRatio: 0.9, utilization: 0.99 }, "90%", "data"],
    [{ lostPerSec: 0.2 }, "✗<1", "bad"],
    [{ lostPerSec: 0.5 }, "✗1", "bad"],
    [{ lostPerSec: 1 }, "✗1", "bad"],
    [{ lostPerSec: 1_000 }, "✗1k", "bad"],
    [{ lostPerSec: 120_000 }, "✗120k", "bad"],
    [{ lostPerSec: 1_000_000 }, "✗1.0M", "bad"],
  ] as const)("%j is «%s», %s", (figures, text, tone) => {
    expect(small(figures)).toEqual([text, tone]);
  });

  test("the tone is that of what is said, however the first of its boxes fares", () => {
    const each = [0.1, 0.99].map((utilization) => ({ utilization }));
    expect(small({ utilization: 0.8, each })).toEqual(["80%", "warn"]);
  });

  test("of a queue as many as wait, in their tone", () => {
    expect(small({ depth: 999 }, "queue")).toEqual(["999", "text"]);
    expect(small({ depth: 1_000 }, "queue")).toEqual(["1,000", "warn"]);
  });
});

const two = "dns geo · sync async · lb 2 · web 9×8 · cache 3 · db 4 · @korea · web 9×8 · db 0 + 1×4";

test("where even the closest rows have no room, no shelf keeps its place and a link leads only to what is shown", async () => {
  const rows = (height: number) => drawn(two, 80, height).map((line) => line.trimEnd());
  expect(rows(7).join("\n")).toMatch(/cache.*│ {5}│ {2}|cache/);
  const pages = [3, 4, 5, 6, 7, 8].map((height) => rows(height).join("\n"));
  await expect(`${pages.join("\n\n")}\n`).toMatchFileSnapshot("../../golden/racks/least-rows.txt");
});

test("the flow comes down to a site whose balancer passes nothing on, and goes no further", () => {
  /** The tones of the lines, in all phases. */
  const tones = (figures: Readonly<Record<string, PartFigures>>) =>
    [0, 1, 2, 3].map((phase) =>
      inTones(lines(two, 80, 20, { figures, phase }))
        .split("\n")
        .filter((_, at) => at % 2 === 1),
    );
  const [down, well] = [tones({ lb: { down: true } }), tones({ lb: { utilization: 0.2 } })];
  expect(down.map((all) => all.slice(0, 3))).toEqual(well.map((all) => all.slice(0, 3)));
  const moves = (all: readonly (readonly string[])[]) =>
    all.some((each) => each.slice(3).join("").includes("u"));
  expect([moves(down), moves(well)]).toEqual([false, true]);
});

describe("prices", () => {
  test("stand on no row while a run moves, not even where nothing is measured", () => {
    const text = drawn(one, 60, 20, { bill: bill(["web", 140], ["db", 90]), figures: {} }).join("\n");
    expect(text).not.toContain("$");
  });

  test("stand on each row if all of them have room there, else as their sum in the top, however small", () => {
    const places = (dollars: number) =>
      byRoom(24, 44, (cells) => {
        const [, top = "", ...rows] = drawn("dns · cache 3", cells, 20, { bill: bill(["cache", dollars]) });
        return [top.includes("$") && "top", rows.join("").includes("$") && "rows"].filter(Boolean).join(" ");
      });
    expect(places(480)).toMatchInlineSnapshot(`
      [
        "24–28: top",
        "29–44: rows",
      ]
    `);
    expect(places(1)).toMatchInlineSnapshot(`
      [
        "24–26: top",
        "27–44: rows",
      ]
    `);
  });
});
