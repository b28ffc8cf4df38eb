/** The picture in words, for those who listen to it: one sentence a part, in the order of the path. */
import type { Design } from "../../sim/index.ts";
import type { GhostKind, PictureKind, PictureWords } from "../../words/contract/picture.ts";
import { isInTheDark } from "./box.ts";
import { statesOf } from "./live.ts";
import { type Part, partsOf, quietFacts } from "./parts.ts";
import type { Live, PartFigures, PictureOptions, Single } from "./types.ts";

/** Says what stands in the design, with what each part does when figures are given; in a dark site none does anything. */
export function describe(
  words: PictureWords,
  design: Design,
  live?: Live,
  dark?: PictureOptions["dark"],
): string[] {
  const parts = partsOf(words, design, undefined);
  const sentences = parts.map((part) =>
    dark && isInTheDark(part, { dark })
      ? sentence(words, design, part, [words.live.dark])
      : sentence(words, design, part, moving(words, live?.(part.id))),
  );
  const facts = quietFacts(words, design, undefined).map(({ text }) => text);
  return facts.length === 0 ? sentences : [...sentences, words.also(facts)];
}

function sentence(words: PictureWords, design: Design, part: Part, now: readonly string[]): string {
  if (part.isGhost) return words.ghostSentence({ kind: part.kind.slice(1) as GhostKind, now });
  const region = design.sites.length > 1 && part.site >= 0 ? design.sites[part.site]?.region : undefined;
  return words.sentence({
    kind: part.kind as PictureKind,
    facts: [part.head.text, ...part.lines.map(({ text }) => text)],
    isSingle: part.isSingle,
    now,
    ...(region === undefined ? {} : { region }),
  });
}

function busiestOf(each: readonly Single[]) {
  const share = Math.max(...each.map(({ utilization }) => utilization));
  return { number: each.findIndex(({ utilization }) => utilization === share) + 1, of: each.length, share };
}

function moving(words: PictureWords, figures: PartFigures | undefined): string[] {
  if (!figures) return [];
  const { spoken } = words;
  if (figures.fog) return [spoken.unseen];
  const { utilization, queue, hitRatio, boxes, each, flowPerSec, lostPerSec, reason, down, lagSec, depth } =
    figures;
  const say = (value: number | undefined, write: (value: number) => string) =>
    value === undefined ? [] : [write(value)];
  return [
    ...(down ? [spoken.down] : []),
    ...(figures.leadsIn === undefined ? [] : [spoken.leadsIn(figures.leadsIn)]),
    ...say(boxes, spoken.boxes),
    ...say(flowPerSec, spoken.flow),
    ...say(utilization, spoken.busy),
    ...say(figures.inVain, spoken.inVain),
    // None is the busiest where none does anything.
    ...(each && each.length > 1 && busiestOf(each).share > 0 ? [spoken.busiest(busiestOf(each))] : []),
    ...statesOf(words, figures),
    ...say(hitRatio, spoken.hitRatio),
    ...say(queue, spoken.waiting),
    ...say(depth, spoken.depth),
    ...say(lagSec, spoken.behind),
    ...(lostPerSec !== undefined && lostPerSec > 0
      ? [spoken.losing({ perSec: lostPerSec, ...(reason ? { reason } : {}) })]
      : []),
  ];
}
