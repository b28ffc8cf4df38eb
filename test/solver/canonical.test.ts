/** Putting settings that mean nothing back changes nothing: the same report, to the last byte. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verdictSeeds } from "../../src/game/index.ts";
import {
  type Design,
  design,
  formatDesign,
  globalParts,
  type PartName,
  problemsOf,
  type Setting,
  type SettingValue,
  simulate,
  siteParts,
  valueAt,
} from "../../src/sim/index.ts";
import { canonical } from "../../src/solver/canonical.ts";
import { designsOf } from "../../src/solver/space.ts";
import { lessons } from "../helpers/english.ts";
import { playableDesign } from "../helpers/playable.ts";
import { anyScenario } from "../helpers/scenarios.ts";

/** `RUNS` looks longer: `.ci/run` does. */
const numRuns = Number(process.env.RUNS ?? 100);
/** A value that is not the initial one. */
function otherValue(setting: Setting): SettingValue {
  if (typeof setting.initial === "boolean") return !setting.initial;
  return typeof setting.initial === "number" ? setting.initial + 1 : "other";
}

const quick = { particles: 16, stride: 5 };

describe("the canonical form", () => {
  it("of any design runs like the design in any scenario", () => {
    fc.assert(
      fc.property(playableDesign(), anyScenario(), fc.nat(), (written, scenario, seed) => {
        const form = canonical(written);
        fc.pre(form !== written);
        expect(problemsOf(form), formatDesign(written)).toEqual([]);
        expect(formatDesign(canonical(form))).toBe(formatDesign(form));
        const options = { seed, particles: 16, stride: 1 };
        expect(simulate(form, scenario, options), formatDesign(written)).toEqual(
          simulate(written, scenario, options),
        );
      }),
      { numRuns },
    );
  });

  it("has no local cache where there are no web boxes to keep it", () => {
    const written = design("dns · box 16 · web 0×8 local=1s · db 2");
    const { scenario } = lessons[0]!.level;
    const options = { seed: 3, ...quick };
    expect(simulate(canonical(written), scenario, options)).toEqual(simulate(written, scenario, options));
  });

  /** Parts that are always there, or are nothing but what says so. */
  type Always = "dns" | "sync" | "tools" | "services" | "box" | "sessions";
  /** What says whether a part is there. */
  const presence: Readonly<Record<Exclude<PartName, Always>, readonly string[]>> = {
    lb: ["nodes"],
    web: ["count"],
    cache: ["nodes"],
    db: ["size", "replicas"],
    shards: ["count"],
    queue: ["kind"],
    workers: ["count"],
    kv: ["nodes"],
    cdn: ["assets"],
  };

  it.each(Object.entries(presence))("of a design without %s has none of its settings", (part, keys) => {
    const nothing = design("dns");
    const isGlobal = part in globalParts;
    const table = { ...globalParts, ...siteParts }[part as keyof typeof siteParts] as Record<string, Setting>;
    const others = Object.entries(table).filter(([key]) => !keys.includes(key));
    for (const [key, setting] of others) {
      const value = otherValue(setting);
      const set = { [key]: value };
      const home = nothing.sites[0];
      // Written by hand: no notation would write what is not there.
      const written = (
        isGlobal
          ? { ...nothing, [part]: { ...nothing[part as "cdn"], ...set } }
          : { ...nothing, sites: [{ ...home, [part]: { ...home[part as "lb"], ...set } }] }
      ) as Design;
      expect(valueAt(written, `${part}.${key}`), key).toBe(value);
      expect(valueAt(canonical(written), `${part}.${key}`), key).toBe(setting.initial);
    }
  });

  it.each(lessons)("of what level $level.number sells runs like the design as sold", ({ level }) => {
    const sold = [...designsOf(level)].filter((design) => problemsOf(design).length === 0);
    const different = sold.filter((design) => canonical(design) !== design);
    const stride = Math.max(1, Math.floor(different.length / 8));
    const seed = verdictSeeds[0] as number;
    for (let i = 0; i < different.length; i += stride) {
      const design = different[i] as (typeof different)[number];
      expect(simulate(canonical(design), level.scenario, { seed, ...quick }), formatDesign(design)).toEqual(
        simulate(design, level.scenario, { seed, ...quick }),
      );
    }
  });
});
