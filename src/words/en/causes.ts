import type { Fate, PlaceParts } from "../../sim/index.ts";
import type { CauseWords, LogWords, Spell } from "../contract/findings.ts";
import { grouped, percent, times } from "../figures.ts";
import { counted } from "./counts.ts";
import { fateWord, isMany, partIs, partName, reasonClause, regionName } from "./places.ts";

/** "until t=419", "to the end". */
function lasts(spell: Spell): string {
  switch (spell.kind) {
    case "to-end":
      return "to the end";
    case "until":
      return `until ${spell.until}`;
    case "again-to-end":
      return `until ${spell.until}, and from ${spell.from} to the end`;
    case "again":
      return `until ${spell.until}, and again from ${spell.from} to ${spell.to}`;
    case "times":
      return `until ${spell.until}, and ${counted(spell.more, "time", "times")} more`;
  }
}

/** What a part is asked for, in a second. */
function unitOf({ name }: PlaceParts): string {
  switch (name) {
    case "workers":
      return "photos/s";
    case "hotRow":
      return "likes/s";
    case "db":
    case "replicas":
    case "shards":
    case "hotShard":
    case "dedicatedShard":
      return "operations/s";
    default:
      return "requests/s";
  }
}

/** "1.09 times what", "all that": what a part is asked for, before what it can do. */
function timesAsMuch(ratio: number): string {
  return ratio < 1.005 ? "all that" : `${times(ratio)} times what`;
}

/** A part that fell. Of shards without a primary the copies are still read. */
function isDown(place: PlaceParts): string {
  return place.name === "shards" ? `the ${partName(place)} take no writes` : `${partIs(place, "is")} down`;
}

function pastOf(fate: Fate, count: number): string {
  const past = fateWord(fate, "past");
  return Math.round(count) === 1 ? past.replace("were", "was") : past;
}

export const causes: CauseWords = {
  down: ({ place, spell }) => `${isDown(place)} ${lasts(spell)}`,
  held: ({ place, spell }) =>
    `${partIs(place, "has")} no worker free ${lasts(spell)}: they all wait for what stands behind`,
  overloaded: ({ place, spell }) =>
    `${partIs(place, "has")} more work than ${isMany(place) ? "they" : "it"} can do, ${lasts(spell)}`,
  asked: ({ place, spell, askedPerSec, canPerSec }) =>
    `${partIs(place, "is")} asked for ${timesAsMuch(askedPerSec / canPerSec)} ${isMany(place) ? "they" : "it"} can do, ${lasts(spell)}: ${grouped(askedPerSec)} ${unitOf(place)}, not ${grouped(canPerSec)}`,
  losing: ({ place, reason, fate, count, share, until }) =>
    `${counted(count, "request", "requests")} ${pastOf(fate, count)}${share === undefined ? "" : ` (${percent(share)})`}${until === undefined ? "" : `, by and by until ${until}`}: the ${partName(place)} ${reasonClause(reason)}`,
  inVain: ({ place, askedPerSec, canPerSec, share, patienceSec }) =>
    `Why so many, when ${partIs(place, "has")} room for ${grouped(canPerSec)} of ${grouped(askedPerSec)}? The queue takes longer than the ${patienceSec} s that anybody waits, so ${percent(share)} of the work was done for clients that had gone.`,
  inVainAgain: (share) => `${percent(share)} of the work was done for clients that had gone.`,
  rest: (count) =>
    counted(count, "more request failed for another reason", "more requests failed for other reasons"),
  idea: ({ title, why }) => `"${title}": ${why}`,
  chance: ({ met, of, goal }) =>
    `A matter of chance: with traffic of its own, the same day ${goal === undefined ? "passes" : `meets the goal for ${goal}`} in ${met} of ${of} runs.`,
};

/** The first clause of a level's sentence: "The CDN is down. Files come home." → "The CDN is down". */
function firstClause(event: string): string {
  return event.split(/[.:;](?:\s|$)/)[0] ?? event;
}

/** A part that is not there; where copies stand, a database is. */
function absentName(part: PlaceParts): string {
  const { name, region } = part;
  if (name === "db" && region !== undefined) return `${partName({ name })} in ${regionName(region)}`;
  return partName(part);
}

export const log: LogWords = {
  untouched: ({ event, part }) => `${firstClause(event)}: your design has no ${absentName(part)}`,
  down: isDown,
  overloaded: (place) => `${partIs(place, "has")} more work than can be done`,
  poisoned: (place) => `the poison job crashes the ${partName(place)} one by one: too much work for the rest`,
  held: (place) => `${partIs(place, "has")} no worker free: they wait for what stands behind`,
  nearLimit: (place) => `${partIs(place, "is")} close to the limit`,
  losing: ({ place, reason, fate }) =>
    `requests ${fateWord(fate, "now")}: the ${partName(place)} ${reasonClause(reason)}`,
};
