/** A design of two sites: whatever is told of a run says which site is meant. */
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type { AuditRow } from "../../src/game/index.ts";
import { spokenLoss } from "../../src/present/audit.ts";
import { width } from "../../src/present/cells.ts";
import { toldClaim } from "../../src/present/claims.ts";
import { faultIn, placeOf } from "../../src/present/sites.ts";
import {
  type Design,
  design,
  fateOf,
  formatDesign,
  type Place,
  placeIn,
  placeNames,
  type Reason,
  reasons,
  withValue,
} from "../../src/sim/index.ts";
import type { Claim } from "../../src/solver/index.ts";
import { cli } from "../../src/words/en/cli.ts";
import { words } from "../helpers/english.ts";
import { nameless, ofSites, once, sitedTexts, twoSited } from "../helpers/sited.ts";

const [nine] = twoSited;

describe("in a design of two sites", () => {
  test("every part that could stand in both is named with its site, home or away; what there is once is not", () => {
    for (const name of placeNames) {
      const away = placeOf(placeIn(name, "korea"), nine!.level.lesson);
      expect(away, name).toEqual(name === "dns" ? { name } : { name, region: "korea" });
      expect(placeOf(name, nine!.level.lesson), name).toEqual(
        once.has(name) ? { name } : { name, region: "us" },
      );
      expect(placeOf(name, nine!.level.start), name).toEqual({ name });
    }
  });

  test("a primary is named with its site where the other has one too", () => {
    const pair = design("dns · web 2×2 · db 4 · @korea · web 2×2 · db 4");
    expect(placeOf("db", pair)).toEqual({ name: "db", region: "us" });
    expect(placeOf("db", withValue(pair, "@korea.db.size", 0))).toEqual({ name: "db" });
  });

  test("a lost part of the audit is named in the same way", () => {
    const { lesson: built, start } = nine!.level;
    expect(faultIn({ part: "web" }, built)).toEqual({ part: "web", region: "us" });
    expect(faultIn({ part: "web", region: "korea" }, built)).toEqual({ part: "web", region: "korea" });
    expect(faultIn({ part: "zone-A" }, built)).toEqual({ part: "zone-A", region: "us" });
    expect(faultIn({ part: "site" }, built)).toEqual({ part: "site" });
    expect(faultIn({ part: "web" }, start)).toEqual({ part: "web" });
    const row = {
      fault: { part: "web" },
      failedBy: [{ place: "web", reason: "box-down", count: 5 }],
      lost: { requests: 5 },
      missed: [],
      outageSec: 0,
    } as unknown as AuditRow;
    expect(nameless(spokenLoss(words, built, row))).toEqual([]);
    expect(nameless(spokenLoss(words, start, row))).toEqual(["web tier"]);
  });

  test("a claim and a loss in it name the site too", () => {
    const { lesson: built, start } = nine!.level;
    const told = (about: Design) => {
      const claim = {
        claim: "room-to-spare",
        design: formatDesign(about),
        expected: { code: "failing", ways: [{ code: "saturates", place: "web" }] },
        got: { code: "audit-breaks", losses: [{ fault: "cache", availability: 0.5 }] },
        ok: true,
      } as const;
      const { expected, got } = toldClaim(words, cli.claims, claim as unknown as Claim);
      return [expected, got];
    };
    expect(told(built)).toEqual(["web tier in the US saturates", "one cache node in the US 50.0 %"]);
    expect(told(start)).toEqual(["web tier saturates", "one cache node 50.0 %"]);
  });

  test("no reason at any part is told without the site", () => {
    const built = nine!.level.lesson;
    for (const place of ofSites.flatMap((name): Place[] => [name, placeIn(name, "korea")]))
      for (const reason of reasons) {
        const told = { place: placeOf(place, built), reason, fate: "failed" as const };
        for (const text of [
          words.run.losing({ ...told, perSec: "5" }),
          words.run.losingShort({ ...told, perSec: "5" }),
          words.spoken.stillLosing({ ...told, perSec: 5 }),
          words.log.losing(told),
        ])
          expect(nameless(text.replace(words.places.reason(reason), "")), text).toEqual([]);
      }
  });

  test("what is lost in a second is told with its reason in one line of 80 cells, at every part that loses it", async () => {
    const causes = await readFile(new URL("../golden/causes.txt", import.meta.url), "utf8");
    const lost = [...causes.matchAll(/\| (\w+): ([\w-]+)$/gm)].map(([, place, reason]) => ({
      place: placeOf(place as Place, nine!.level.lesson),
      reason: reason as Reason,
    }));
    expect(lost.length).toBeGreaterThan(30);
    for (const { place, reason } of lost) {
      const line = words.run.losing({ perSec: "12,481", place, reason, fate: fateOf(reason) });
      expect(width(`✗ ${line}`), line).toBeLessThanOrEqual(78);
    }
  });

  test("nothing that a run tells leaves open which site is meant, of one with too little in Korea", () => {
    const texts = sitedTexts(nine!, withValue(nine!.level.lesson, "@korea.web.count", 10));
    expect(texts.join("\n")).toContain(words.places.part({ name: "web", region: "korea" }));
    expect(ofSites.some((name) => texts.join("\n").includes(words.curves.part({ name, region: "us" })))).toBe(
      true,
    );
    expect(texts.filter((text) => nameless(text).length > 0)).toEqual([]);
  });
});
