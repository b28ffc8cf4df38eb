/** Everything that can be built, as a shop: of a part that is not there yet what brings it, of others all settings. */
import { type Offer, pick } from "../../game/index.ts";
import {
  type Design,
  globalParts,
  type PartName,
  type Setting,
  type SettingPath,
  type SettingValue,
  settingAt,
  siteParts,
  valueAt,
} from "../../sim/index.ts";

/** Counts and times that are offered; what a design has besides is offered, too. */
const counts = [
  ...[0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 50, 60, 70, 80, 90],
  ...[100, 128, 160, 200, 256, 320, 400, 512, 1_024, 2_048, 4_096],
];
const times = [
  ...[0, 1, 2, 5, 10, 15, 20, 30, 60, 90, 120, 300, 600, 900, 1_800, 3_600, 21_600],
  ...[86_400, 604_800, 31_536_000],
];

/** The shop for a design. A second site begins in its line of notation; what stands there is for sale here. */
export function shopFor(design: Design): readonly Offer[] {
  const [, ...away] = design.sites;
  return [
    ...offersOf(design, "", globalParts),
    ...offersOf(design, "", siteParts),
    ...away.flatMap(({ region }) => offersOf(design, `@${region}.`, siteParts)),
  ];
}

/** Of the same the next settings alone, but every word: what is worth trying of a design. */
export function shopNear(design: Design): readonly Offer[] {
  return shopFor(design).map((offer) => {
    const [path = ""] = Object.keys(offer.choices[0]?.set ?? {});
    if (!isNumber(settingAt(path))) return offer;
    const now = offer.choices.findIndex(({ set }) => set[path] === valueAt(design, path));
    return { ...offer, choices: offer.choices.slice(Math.max(0, now - 1), now + 2) };
  });
}

function isNumber({ kind }: Setting): boolean {
  return kind === "count" || kind === "size" || kind === "duration";
}

/** The shop for several designs at once. */
export function shopForAll(designs: readonly Design[]): readonly Offer[] {
  const values = new Map<SettingPath, Set<SettingValue>>();
  for (const design of designs)
    for (const { choices } of shopFor(design))
      for (const { set } of choices)
        for (const [path, value] of Object.entries(set))
          values.set(path, (values.get(path) ?? new Set()).add(value));
  return [...values].map(([path, all]) => pick(path, [...all]));
}

type Parts = Readonly<Record<string, Readonly<Record<string, Setting>>>>;

function offersOf(design: Design, prefix: string, parts: Parts): Offer[] {
  return Object.entries(parts).flatMap(([part, table]) =>
    Object.entries(table)
      .filter(([key]) => isOffered(design, prefix, part as PartName, key))
      .map(([key, setting]) => {
        const path = `${prefix}${part}.${key}`;
        return pick(path, valuesOf(setting, valueAt(design, path)));
      }),
  );
}

/** What brings a part stands first in its table; each tool stands for itself, and replicas need no primary beside them. */
function isOffered(design: Design, prefix: string, part: PartName, key: string): boolean {
  if (part === "sync") return design.sites.length > 1;
  if (part === "tools" || (part === "db" && key === "replicas")) return true;
  const [[first, setting]] = Object.entries(
    (part in globalParts ? globalParts : siteParts)[part as never],
  ) as [[string, Setting]];
  return key === first || valueAt(design, `${prefix}${part}.${first}`) !== setting.initial;
}

/** The least that is offered of something, as a share of the most. */
const handfulShare = 500;

function valuesOf(setting: Setting, own: SettingValue): readonly SettingValue[] {
  switch (setting.kind) {
    case "choice":
      return setting.words;
    case "toggle":
      return [false, true];
    case "size":
      return setting.sizes;
    case "count":
      return ladder(
        // Of what is counted in hundreds a handful is no choice.
        counts.filter((step) => step === 0 || step * handfulShare >= setting.max),
        setting.min,
        setting.max,
        own,
      );
    case "duration":
      return [
        ...ladder(times, setting.minSec, setting.maxSec, own === Number.POSITIVE_INFINITY ? undefined : own),
        ...(setting.never ? [Number.POSITIVE_INFINITY] : []),
      ];
  }
}

function ladder(steps: readonly number[], min: number, max: number, own: SettingValue | undefined): number[] {
  const all = new Set([
    ...steps.filter((step) => step >= min && step <= max),
    ...(own === undefined ? [] : [Number(own)]),
  ]);
  return [...all].sort((a, b) => a - b);
}
