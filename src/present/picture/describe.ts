/** The picture in words, for those who listen to it: one sentence a part, in the order of the path. */
import type { Design } from "../../sim/index.ts";
import { grouped } from "../figures.ts";
import { type Part, partsOf, quietFacts } from "./parts.ts";
import type { Live, PartFigures } from "./types.ts";
import { ghostWords, liveWords, partWords, siteWords } from "./words-en.ts";

/** Says what stands in the design, with what each part does when figures are given. */
export function describe(design: Design, live?: Live): string[] {
  const parts = partsOf(design, undefined);
  const sentences = parts.map((part) => sentence(design, part, live?.(part.id)));
  const facts = quietFacts(design, undefined).map(({ text }) => text);
  return facts.length === 0 ? sentences : [...sentences, `Also: ${facts.join(", ")}.`];
}

function sentence(design: Design, part: Part, figures: PartFigures | undefined): string {
  if (part.isGhost) {
    const what = part.kind.slice(1) as keyof typeof ghostWords;
    return ghostWords[what].long + (figures ? ` ${[...moving(figures)].join(", ")}`.trimEnd() : "");
  }
  const region = design.sites.length > 1 && part.site >= 0 ? design.sites[part.site]?.region : undefined;
  const name = `${partWords[part.kind]?.long ?? part.name}${region ? ` in ${siteWords[region] ?? region}` : ""}`;
  const facts = [part.head.text, ...part.lines.map(({ text }) => text), ...(part.isSingle ? ["single"] : [])];
  const now = figures ? moving(figures) : [];
  return `${name}: ${facts.join(", ")}${now.length > 0 ? `; ${now.join(", ")}` : ""}.`;
}

function moving(figures: PartFigures): string[] {
  if (figures.fog) return [liveWords.fog];
  const { utilization, queue, hitRatio, boxes, flowPerSec, lostPerSec, reason, down, lagSec, depth } =
    figures;
  const say = (value: number | undefined, write: (value: number) => string) =>
    value === undefined ? [] : [write(value)];
  return [
    ...(down ? [liveWords.down] : []),
    ...say(boxes, (value) => `${grouped(value)} at work`),
    ...say(flowPerSec, (value) => `${grouped(value)} requests a second`),
    ...say(utilization, (value) => `${Math.round(value * 100)} % busy`),
    ...say(hitRatio, (value) => `hit ratio ${value.toFixed(2)}`),
    ...say(queue, (value) => `${grouped(value)} waiting`),
    ...say(depth, (value) => `${grouped(value)} messages deep`),
    ...say(lagSec, (value) => `${value.toFixed(1)} s behind`),
    ...(lostPerSec !== undefined && lostPerSec > 0
      ? [`${grouped(lostPerSec)} lost a second${reason ? `: ${reason}` : ""}`]
      : []),
  ];
}
