/** How a level writes down what its shop sells. */
import { type Design, formatValue, locate, type SettingPath, type SettingValue } from "../sim/index.ts";
import type { Choice, Offer, Playable } from "./level.ts";

/** An offer of one setting with the given values. */
export function pick(path: SettingPath, values: readonly SettingValue[]): Offer {
  const { region, part, key, setting } = locate(path);
  // Replicas stand beside their primary as a part of their own.
  const name = part === "db" && key.startsWith("replica") ? "replicas" : part;
  return {
    id: path,
    part: region === undefined ? name : `${name}@${region}`,
    choices: values.map((value) => ({ label: formatValue(setting, value), set: { [path]: value } })),
  };
}

/** An offer of a number from `from` to `to`. */
export function count(path: SettingPath, from: number, to: number, step = 1): Offer {
  const values: number[] = [];
  for (let value = from; value <= to; value += step) values.push(value);
  return pick(path, values);
}

/** An offer of a toggle. */
export function toggle(path: SettingPath): Offer {
  return pick(path, [false, true]);
}

/** An offer that sets several settings at once. */
export function bundle(id: string, choices: Readonly<Record<string, Choice["set"]>>): Offer {
  return { id, choices: Object.entries(choices).map(([label, set]) => ({ label, set })) };
}

/** The offer, there only while `holds`; the shop says why not by `code`. */
export function needing(offer: Offer, code: string, holds: (design: Design) => boolean): Offer {
  return { ...offer, needs: { code, holds } };
}

/** How many designs the shop allows, disabled combinations included. */
export function spaceSize(playable: Playable): number {
  return playable.shop.reduce((product, offer) => product * offer.choices.length, 1);
}
