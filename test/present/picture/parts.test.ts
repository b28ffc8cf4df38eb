import { describe, expect, test } from "vitest";
import { level } from "../../../src/levels/01-single-server/level.ts";
import { headNow, type Part, partsOf, quietFacts } from "../../../src/present/picture/parts.ts";
import { type PictureBill, partPrices } from "../../../src/present/picture/prices.ts";
import {
  type Design,
  design,
  forecast,
  globalParts,
  type Setting,
  type SettingValue,
  siteParts,
  withValues,
} from "../../../src/sim/index.ts";
import { words } from "../../helpers/english.ts";

/** A design as parts: which there are, what is said of each, and what marks it. */

const partsIn = (line: string, since?: string, bill: PictureBill = []): readonly Part[] =>
  partsOf(words.picture, design(line), since === undefined ? undefined : design(since), bill);
const one = (kind: string, ...rest: Parameters<typeof partsIn>): Part => {
  const found = partsIn(...rest).find(({ id }) => id === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};
const facts = (line: string, since?: string, bill: PictureBill = []) =>
  quietFacts(words.picture, design(line), since === undefined ? undefined : design(since), bill);

describe("what stands in the picture", () => {
  test.each([
    ["empty", "dns ?name, web ?rack"],
    ["box 2", "dns ?name, box"],
    ["dns · web 1×8", "dns, web, db ?data"],
    // A store of any kind will do.
    ["dns · web 1×8 · db 4", "dns, web, db"],
    ["dns · web 1×8 · shards 4×8", "dns, web, shards"],
    ["dns · web 1×8 · kv 1", "dns, web, kv"],
    ["dns · db 4", "dns, db, web ?rack"],
    // Who has none of his own has that of the first site.
    ["dns geo · web 1×8 · db 4 · @korea · web 1×8", "dns, web, db, web@korea"],
    ["dns geo · web 1×8 · @korea · web 1×8", "dns, web, db ?data, web@korea"],
    ["dns geo · web 1×8 · db 4 · @korea · db 0 + 2×4", "dns, web, db, replicas@korea, web@korea ?rack"],
  ])("of %s: %s", (line, all) => {
    expect(
      partsIn(line)
        .map(({ id, kind, isGhost }) => (isGhost ? `${id} ${kind}` : id))
        .join(", "),
    ).toBe(all);
  });

  test("knows its site and region, but for what stands once", () => {
    const parts = partsIn("dns geo · web 1×8 · db 4 · @korea · web 1×8");
    expect(parts.map(({ site, region }) => [site, region])).toEqual([
      [-1, undefined],
      [0, "us"],
      [0, "us"],
      [1, "korea"],
    ]);
  });

  test.each([
    ["lb", "lb 1", "lb 2"],
    ["web", "web 1×8", "web 2×8"],
    ["web", "web 1×8", "web 1×8 target=60 min=1 max=9"],
    ["sessions", "web 2×8 · sessions node", "web 2×8 · sessions pair"],
    ["cache", "cache 1", "cache 2"],
    ["db", "db 4", "db 4 + 1×4"],
    ["shards", "shards 4×8", "shards 4×8 replicas=1"],
    ["kv", "kv 1", "kv 2"],
    ["queue", "queue memory", "queue durable"],
    ["workers", "workers 1×4", "workers 2×4"],
    ["workers", "workers 1×4", "workers 1×4 max=2"],
  ])("a %s is alone in %s, not in %s", (kind, alone, twin) => {
    expect(one(kind, alone).isSingle).toBe(true);
    expect(one(kind, twin).isSingle).toBe(false);
  });
});

describe("since another design", () => {
  const since = "dns · lb 2 · web 6×8 · db 4";
  test("what was not there is new, and its settings are not compared with nothing", () => {
    const cache = one("cache", `${since} · cache 3`, since);
    expect(cache.isNew).toBe(true);
    expect(cache.head).toEqual({ text: "3 × 6 GB", changed: false });
    expect(one("web", `${since} · cache 3`, since).isNew).toBe(false);
    expect(one("web", since).isNew).toBe(false);
  });

  test("a value that differs is told with the one before, and only then", () => {
    expect(one("web", "dns · lb 2 · web 9×8 · db 4", since).head).toEqual({ text: "6→9 × 8", changed: true });
    expect(one("web", since, since).head).toEqual({ text: "6 × 8", changed: false });
  });

  test("a toggle that was off is marked, one that was on is not", () => {
    const sticky = since.replace("lb 2", "lb 2 sticky");
    expect(one("lb", sticky, since).lines[0]).toEqual({ text: "sticky", changed: true });
    expect(one("lb", sticky, sticky).lines[0]).toEqual({ text: "sticky", changed: false });
    expect(one("lb", since, sticky).lines.some(({ text }) => text.includes("sticky"))).toBe(false);
  });

  test("a site is compared with that of its region, wherever it stood; a new one with nothing", () => {
    const two = `dns geo · web 6×8 · db 4 · @korea · web 2×8`;
    const parts = partsIn(two.replace("2×8", "3×8"), two);
    expect(parts.find(({ id }) => id === "web@korea")?.head.text).toBe("2→3 × 8");
    expect(partsIn(two, "dns geo · web 6×8 · db 4").find(({ id }) => id === "web@korea")).toMatchObject({
      isNew: true,
      head: { text: "2 × 8" },
    });
  });

  test("what is gone is named once", () => {
    expect(facts("dns · web 6×8 · db 4", since)).toEqual([
      { text: words.picture.quiet.gone(["balancer"]), changed: true },
    ]);
    expect(facts(since, since)).toEqual([]);
    // A place where something will stand is nothing that was.
    expect(facts("dns · box 2", "box 2")).toEqual([]);
    expect(facts("dns · web 6×8 · db 4", "dns · web 6×8")).toEqual([]);
  });
});

describe("how many boxes there are", () => {
  const now = (kind: string, line: string, boxes: number | undefined) =>
    headNow(words.picture, one(kind, line), boxes);
  test.each([
    ["web", "web 9×8", undefined, "9 × 8"],
    ["web", "web 9×8", 9, "9 × 8"],
    ["web", "web 9×8", 8.4, "8 of 9 × 8"],
    ["web", "web 9×8", 8.6, "9 × 8"],
    ["web", "web 9×8", 0, "0 of 9 × 8"],
    ["web", "web 9×8", 12, "12 × 8"],
    // What comes and goes by itself is not fewer than bought.
    ["web", "web 9×8 target=60 min=3 max=20", 4, "4 × 8"],
    ["lb", "lb 2", 2, "× 2"],
    ["lb", "lb 2", 1, "1 of 2"],
    ["db", "db 4", 1, "4 vCPU"],
  ] as const)("a %s of %s with %s at work is %s", (kind, line, boxes, text) => {
    expect(now(kind, line, boxes)).toBe(text);
  });

  test("whatever it comes to has room from the start", () => {
    const room = (kind: string, line: string) => one(kind, line).headRoom;
    expect(room("web", "web 9×8")).toBe("8 of 9 × 8".length);
    expect(room("web", "web 12×8")).toBe("11 of 12 × 8".length);
    expect(room("lb", "lb 2")).toBe("1 of 2".length);
    expect(room("web", "web 9×8 target=60 min=3 max=200")).toBe("200 × 8".length);
    expect(room("web", "web 1×8")).toBe("1 × 8".length);
    expect(room("workers", "workers 6×8 max=120")).toBe("120 × 8".length);
    expect(room("workers", "workers 6×8")).toBe("6 × 8".length);
  });
});

describe("what stands beside the path", () => {
  const texts = (...rest: Parameters<typeof facts>) => facts(...rest).map(({ text }) => text);
  const { quiet } = words.picture;

  test.each([
    ["sync async", quiet.sync.async],
    ["services", quiet.services],
    ["tools logs=sampled", quiet.logs.sampled],
    ["tools business", quiet.business],
    ["tools metrics=tiers", quiet.metrics.tiers],
    ["tools ci=canary", quiet.ci.canary],
    ["tools traces", quiet.traces],
    ["tools deploy=automated", quiet.deploy.automated],
    ["tools deploy=staggered", quiet.deploy.staggered],
    ["tools smoke", quiet.smoke],
  ])("is %s, marked when it was not there before", (setting, text) => {
    const [line, bare] = [`dns · ${setting} · web 2×8 · db 4`, "dns · web 2×8 · db 4"];
    expect(facts(line)).toEqual([{ text, changed: false }]);
    expect(facts(line, bare)).toEqual([{ text, changed: true }]);
    expect(facts(line, line)).toEqual([{ text, changed: false }]);
    expect(facts(bare)).toEqual([]);
  });

  test("bears its price where it has one, and traffic is told only for its price", () => {
    const line = "dns · tools logs=sampled smoke · web 2×8 · db 4";
    const bill = [
      { id: "logs", perMonth: 1_234, site: -1 },
      { id: "egress", perMonth: 9, site: -1 },
    ] as unknown as PictureBill;
    expect(texts(line, undefined, bill)).toEqual([
      `${quiet.logs.sampled} $1,234`,
      quiet.smoke,
      `${quiet.traffic} $9`,
    ]);
    expect(texts("dns · web 2×8 · db 4", undefined, bill)).toEqual([`${quiet.traffic} $9`]);
  });
});

describe("prices", () => {
  const line = "dns · web 2×8 · db 4 · @korea · web 2×8 · db 0 + 2×4";
  const prices = (...bill: readonly (readonly [string, number, number])[]) =>
    Object.fromEntries(
      partPrices(
        design(line),
        bill.map(([id, perMonth, site]) => ({ id, perMonth, site })) as unknown as PictureBill,
      ),
    );

  test("stand on the part of their site; of what stands once, on it", () => {
    expect(prices(["web", 10, 0], ["web", 20, 1], ["cdn", 5, 1], ["cdn-purge", 2, 0])).toEqual({
      web: 10,
      "web@korea": 20,
      cdn: 7,
    });
  });

  test("of backups stand on the primary, or on the copies of a site that has only them", () => {
    expect(prices(["backups", 10, 0], ["backups", 20, 1])).toEqual({ db: 10, "replicas@korea": 20 });
  });

  test("are whole dollars that come to the whole bill", () => {
    expect(prices(["web", 1.5, 0], ["db", 1.5, 0], ["lb", 0.4, 0])).toEqual({ web: 2, db: 1 });
    expect(
      one("web", line, undefined, [{ id: "web", perMonth: 9.6, site: 0 }] as unknown as PictureBill),
    ).toMatchObject({ pricePerMonth: 10 });
  });
});

describe("of every part that can be bought", () => {
  /** Another value than the initial one. */
  const other = (setting: Setting): SettingValue => {
    switch (setting.kind) {
      case "count":
        return setting.initial + 1;
      case "size":
        return setting.sizes.find((size) => size !== setting.initial) as number;
      case "choice":
        return setting.words[1] as string;
      case "toggle":
        return !setting.initial;
      case "duration":
        return setting.maxSec;
    }
  };
  const tables: Readonly<Record<string, Readonly<Record<string, Setting>>>> = {
    ...globalParts,
    ...siteParts,
  };
  /** A design in which every setting differs from the empty one, but for a part that is not there. */
  const all = (without?: string): Design =>
    withValues(
      design("dns · web 1×8 · @korea · web 1×8"),
      Object.fromEntries(
        Object.entries(tables)
          .filter(([part]) => part !== without)
          .flatMap(([part, table]) =>
            Object.entries(table).map(([key, setting]) => [`${part}.${key}`, other(setting)]),
          ),
      ),
    );
  const told = (built: Design, bill: PictureBill = []) => [
    ...partsOf(words.picture, built, undefined, bill).map(({ id, head, lines }) =>
      [id, head.text, ...lines.map(({ text }) => text)].join(" "),
    ),
    ...quietFacts(words.picture, built, undefined, bill).map(({ text }) => text),
  ];

  test.each(Object.keys(tables))("the picture tells %s: on a card of its own, or beside the path", (part) => {
    expect(told(all(part))).not.toEqual(told(all()));
  });

  test("the bill stands on the picture to the dollar, wherever a line of it belongs", () => {
    const built = all();
    const { fixed } = forecast(built, level.scenario);
    const onParts = partsOf(words.picture, built, undefined, fixed).reduce(
      (sum, { pricePerMonth }) => sum + pricePerMonth,
      0,
    );
    const besides = quietFacts(words.picture, built, undefined, fixed)
      .map(({ text }) => Number(/\$([\d,]+)$/.exec(text)?.[1]?.replaceAll(",", "") ?? 0))
      .reduce((sum, price) => sum + price, 0);
    expect(onParts + besides).toBe(Math.round(fixed.reduce((sum, { perMonth }) => sum + perMonth, 0)));
  });
});

test("a tier that scales itself is told by the bounds it keeps: one box, and as many as were bought", () => {
  const said = (line: string, since?: string) => one("web", line, since).lines.map(({ text }) => text);
  expect(said("dns · web 10×8 target=60")).toEqual(["1–10 at 60%"]);
});
