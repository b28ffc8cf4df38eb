import { describe, expect, test } from "vitest";
import {
  brief,
  gauge,
  levelTone,
  liveLines,
  lossOf,
  reasonOf,
  shortShare,
  statesOf,
} from "../../../src/present/picture/live.ts";
import { type Part, partsOf } from "../../../src/present/picture/parts.ts";
import type { PartFigures, Tone } from "../../../src/present/picture/types.ts";
import { design } from "../../../src/sim/index.ts";
import { words } from "../../helpers/english.ts";

/** What a part says of itself while the system runs, in cells and tones. */

const calm = { text: "calm", tone: "muted" } as const;
const parts = partsOf(
  words.picture,
  design("dns · lb 2 · web 9×8 · cache 3 · shards 4×8 · queue durable · workers 6×8"),
  undefined,
);
const part = (kind: string) => parts.find((each) => each.kind === kind) as Part;

/** The live lines of a part, each as its texts and its tones. */
function lines(
  figures: PartFigures | undefined,
  { kind = "web", rows = 1, inner = 12 }: { kind?: string; rows?: number; inner?: number } = {},
): { texts: string[]; tones: Tone[][] } {
  const all = liveLines(words.picture, part(kind), figures, rows, inner, calm);
  return {
    texts: all.map((bits) => bits.map(({ text }) => text).join("")),
    tones: all.map((bits) => bits.map(({ tone }) => tone)),
  };
}

test("two boxes stand in a cell where they have no room, the first of them at its left", () => {
  const pair = (left: number, right: number) => {
    const each = [left, right, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1].map((utilization) => ({ utilization }));
    return lines({ utilization: 1, each }).texts[0]?.[0];
  };
  // Dots from the foot: of the first column by ones, of the second by twos.
  expect([pair(1, 0.1), pair(0.1, 1), pair(1, 1), pair(0.5, 0.1)]).toEqual(["⣇", "⣸", "⣿", "⣄"]);
});

test.each([
  [0, "good"],
  [0.699, "good"],
  [0.7, "warn"],
  [0.949, "warn"],
  [0.95, "bad"],
  [8, "bad"],
] as const)("%d of what it can do is %s", (utilization, tone) => {
  expect(levelTone(utilization)).toBe(tone);
  expect(lines({ utilization }).tones).toEqual([[tone]]);
});

test.each([
  [-1, "    "],
  [0, "    "],
  [1 / 64, "▏   "],
  [1 / 32, "▏   "],
  [7 / 32, "▉   "],
  [8 / 32, "█   "],
  [0.5, "██  "],
  [31 / 32, "███▉"],
  [1, "████"],
  [7, "████"],
])("a gauge of four cells at %d is «%s»", (share, text) => {
  expect(gauge(share, 4)).toBe(text);
});

test("every step of a gauge has a glyph of its own", () => {
  const steps = Array.from({ length: 9 }, (_, eighths) => gauge(eighths / 8, 1));
  expect(steps.join("")).toBe(" ▏▎▍▌▋▊▉█");
});

test.each([
  [0, "0"],
  [812, "812"],
  [2_410, "2,410"],
  [9_999, "9,999"],
  [9_999.5, "10k"],
  [24_400, "24k"],
  [999_499, "999k"],
  [999_500, "1.0M"],
  [9_940_000, "9.9M"],
  [9_950_000, "10M"],
])("%d in at most five characters is %s", (value, text) => {
  expect(brief(value)).toBe(text);
});

test("what a part is busy is told in per cent, up to all it can; what it is asked for beyond that in times of it", () => {
  const told = [0, 0.004, 0.005, 1, 1.04, 1.24, 1.96, 5.28, 9.94, 9.96, 60, 5_000].map(shortShare);
  expect(told).toEqual([
    "0%",
    "0%",
    "1%",
    "100%",
    "1.0×",
    "1.2×",
    "2.0×",
    "5.3×",
    "9.9×",
    "10×",
    "60×",
    "999×",
  ]);
  for (const text of told) expect(text.length).toBeLessThanOrEqual(4);
});

describe("boxes that differ stand one by one", () => {
  const each = (...all: readonly number[]) => ({ each: all.map((utilization) => ({ utilization })) });

  test("as bars of eight steps, a cell each, with air between them where there is room", () => {
    const { texts } = lines(each(0, 0.125, 0.126, 0.5, 1, 2), { inner: 16 });
    expect(texts).toEqual(["▁ ▁ ▂ ▄ █ █ 2.0×"]);
    expect(lines(each(0, 0.125, 0.126, 0.5, 1, 2), { inner: 15 }).texts).toEqual(["▁▁▂▄██     2.0×"]);
  });

  test("as halves of a cell where there are more of them than cells, four steps each", () => {
    const { texts } = lines(each(0, 0.25, 0.26, 0.5, 0.51, 0.75, 0.76, 1), { inner: 12 });
    expect(texts).toEqual(["⣀⣤⣶⣿    100%"]);
  });

  test("as the gauge of all where even halves have no room", () => {
    const many = Array.from({ length: 17 }, () => 0.2);
    expect(lines({ utilization: 0.5, ...each(...many) }, { inner: 13 }).texts[0]).toMatch(/█{4} {4} {2}50%$/);
    expect(lines({ utilization: 0.5, ...each(...many.slice(1)) }, { inner: 13 }).texts).toEqual([
      "⣀⣀⣀⣀⣀⣀⣀⣀  20%",
    ]);
  });

  test("each in its own tone, and the share of the busiest in its", () => {
    expect(lines(each(0.2, 0.8, 0.96)).tones).toEqual([["good", "warn", "bad", "bad"]]);
    expect(lines(each(0.2, 0.8, 0.6)).tones).toEqual([["good", "warn", "good", "warn"]]);
  });

  test("a pair of halves has the tone of the busier", () => {
    const all = each(0.1, 0.1, 0.1, 0.8, 0.96, 0.1, 0.1, 0.1, 0.1, 0.1);
    expect(lines(all).tones).toEqual([["good", "warn", "bad", "good", "good", "bad"]]);
  });

  test("with a cross where one is down, however little it does", () => {
    const down = { each: [{ utilization: 0.1 }, { utilization: 0, isDown: true }] };
    expect(lines(down)).toEqual({ texts: ["▁ ✗      10%"], tones: [["good", "bad", "good"]] });
    const twelve = { each: Array.from({ length: 12 }, (_, i) => ({ utilization: 0.1, isDown: i === 3 })) };
    expect(lines(twelve).tones[0]).toEqual(["good", "bad", "good", "good", "good", "good", "good"]);
  });
});

describe("a part that runs says on one line", () => {
  test("its gauge with its share, in the cells it has", () => {
    expect(lines({ utilization: 0.5 }, { inner: 13 }).texts).toEqual(["████      50%"]);
    expect(lines({ utilization: 0.5 }, { inner: 4 }).texts).toEqual(["█▌   50%"]);
  });

  test("of its work in vain that part of the gauge in another pattern, never more than it does", () => {
    expect(lines({ utilization: 0.5, inVain: 0.25 }, { inner: 13 }).texts).toEqual(["██▒▒      50%"]);
    expect(lines({ utilization: 0.5, inVain: 1 }, { inner: 13 }).texts).toEqual(["▒▒▒▒      50%"]);
    expect(lines({ utilization: 0.5, inVain: 0 }, { inner: 13 }).texts).toEqual(["████      50%"]);
  });

  test("that it cannot be seen, before anything else", () => {
    const seen = { fog: true, utilization: 0.9, queue: 90, hitRatio: 0.5, down: true };
    expect(lines(seen)).toEqual({ texts: ["░░░░░░░    ?"], tones: [["muted"]] });
  });

  test("that it is down, at the right, before what it did", () => {
    expect(lines({ down: true, utilization: 0.9, hitRatio: 0.5 })).toEqual({
      texts: ["        down"],
      tones: [["bad"]],
    });
  });

  test("how often what was asked was there, instead of its gauge", () => {
    expect(lines({ hitRatio: 0.934, utilization: 0.2 }, { kind: "cache" })).toEqual({
      texts: ["hit 0.93"],
      tones: [["data"]],
    });
  });

  test.each([
    [999, 12, "999 deep", "text"],
    [1_000, 12, "1,000 deep", "warn"],
    [1_000, 10, "1,000 deep", "warn"],
    [1_000, 9, "1,000", "warn"],
  ] as const)("of a queue of %d in %d cells «%s»", (depth, inner, text, tone) => {
    expect(lines({ depth }, { kind: "queue", inner })).toEqual({ texts: [text], tones: [[tone]] });
    // Only a queue is as deep as its messages are many.
    expect(lines({ depth, utilization: 0.5 }, { kind: "workers", inner }).texts[0]).toMatch(/50%$/);
  });

  test("what it loses beside its share, and without the blank where that has no room", () => {
    expect(lines({ utilization: 0.98, lostPerSec: 212 })).toEqual({
      texts: ["98% ✗212/s"],
      tones: [["bad"]],
    });
    expect(lines({ utilization: 0.98, lostPerSec: 212 }, { inner: 10 }).texts).toEqual(["98% ✗212/s"]);
    expect(lines({ utilization: 0.98, lostPerSec: 212 }, { inner: 9 }).texts).toEqual(["✗ 212/s"]);
    expect(lines({ lostPerSec: 212 }).texts).toEqual(["✗212/s"]);
  });

  test("its boxes one by one even while it loses: the loss has its place in the frame", () => {
    const each = [{ utilization: 0.5 }, { utilization: 1 }];
    expect(lines({ lostPerSec: 5, each }).texts).toEqual(["▄ █     100%"]);
  });

  test("nothing of what waits or lags: that is no failure", () => {
    expect(lines({ utilization: 0.5, queue: 9, lagSec: 9 }).texts[0]).toMatch(/50%$/);
  });

  test("what stands there when nothing is measured", () => {
    expect(lines(undefined)).toEqual({ texts: ["calm"], tones: [["muted"]] });
    expect(lines(undefined, { rows: 2 })).toEqual({ texts: ["calm", ""], tones: [["muted"], []] });
  });
});

describe("a part that runs says on its second line what is wrong, the worst first", () => {
  const second = (figures: PartFigures, inner = 12) => {
    const { texts, tones } = lines(figures, { rows: 2, inner });
    return [texts[1], tones[1]?.[0]];
  };
  test.each([
    [{ lostPerSec: 0.4, queue: 10, lagSec: 10 }, "✗ <1/s", "bad"],
    [{ lostPerSec: 0.5 }, "✗ 1/s", "bad"],
    [{ lostPerSec: 0, queue: 10, lagSec: 10 }, "queue 10", "warn"],
    [{ queue: 0.49, lagSec: 10 }, "lag 10 s", "warn"],
    [{ queue: 0.5 }, "queue 1", "warn"],
    [{ lagSec: 9.94 }, "lag 9.9 s", "warn"],
    [{ lagSec: 1 }, "lag 1.0 s", "warn"],
    [{ lagSec: 0.99 }, "lag 1.0 s", "muted"],
    [{ lagSec: 0.05 }, "lag 0.1 s", "muted"],
    [{ lagSec: 0.04 }, "calm", "muted"],
    [{}, "calm", "muted"],
    [{ fog: true, queue: 90, lagSec: 9 }, "calm", "muted"],
    [{ fog: true, lostPerSec: 9 }, "✗ 9/s", "bad"],
  ] as const)("%j: %s, %s", (figures, text, tone) => {
    expect(second({ utilization: 0.5, ...figures })).toEqual([text, tone]);
  });

  test("and what it loses without the blank where that has no room", () => {
    expect(second({ lostPerSec: 2_410 }, 9)).toEqual(["✗ 2,410/s", "bad"]);
    expect(second({ lostPerSec: 2_410 }, 8)).toEqual(["✗2,410/s", "bad"]);
  });

  test("of what answers from memory its gauge, while it can be seen and is up", () => {
    const cache = { hitRatio: 0.9, utilization: 0.5 };
    expect(second(cache)[0]).toMatch(/50%$/);
    expect(second({ ...cache, fog: true })[0]).toBe("calm");
    expect(second({ ...cache, down: true })[0]).toBe("calm");
    expect(second({ ...cache, queue: 3 })[0]).toBe("queue 3");
  });
});

test("why a part loses is said while it loses, and where there is a word for it", () => {
  expect(reasonOf(words.picture, { lostPerSec: 1, reason: "timeout" })).toBe(words.picture.reasons.timeout);
  expect(reasonOf(words.picture, { lostPerSec: 0, reason: "timeout" })).toBe("");
  expect(reasonOf(words.picture, { reason: "timeout" })).toBe("");
  expect(reasonOf(words.picture, { lostPerSec: 1 })).toBe("");
  expect(reasonOf(words.picture, undefined)).toBe("");
  expect(lossOf({ lostPerSec: 0 })).toBeUndefined();
  expect(lossOf({})).toBeUndefined();
});

test("what befalls its boxes: what has moved, who took over, how many are rebuilt", () => {
  const said = (figures: PartFigures) => statesOf(words.picture, figures);
  expect(said({ moved: 0, promoted: true, rebuilding: 2 })).toEqual(["moved 0%", "promoted", "2 rebuilding"]);
  expect(said({ rebuilding: 0.49 })).toEqual([]);
  expect(said({ rebuilding: 0.5 })).toEqual(["1 rebuilding"]);
  expect(said({ promoted: false })).toEqual([]);
  expect(statesOf(words.picture, undefined)).toEqual([]);
});
