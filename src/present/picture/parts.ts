/** A design as the parts that stand in it, each with the few figures the picture shows. */
import { type Design, emptySite, type RegionName } from "../../sim/index.ts";
import type { GhostKind, PictureKind, PictureWords } from "../../words/contract/picture.ts";
import { grouped } from "../../words/figures.ts";
import { width } from "../cells.ts";
import { type Draft, globalDrafts, siteDrafts, Teller } from "./drafts.ts";
import { factPrices, type PictureBill, partPrices } from "./prices.ts";

/** A short text with its weight: what changed stands out. */
export interface Value {
  readonly text: string;
  readonly changed: boolean;
}

export interface Part {
  /** "web", "cache@korea"; ghosts are "?name", "?rack", "?data". */
  readonly id: string;
  readonly kind: PictureKind | `?${GhostKind}`;
  /** Index of the site; −1 for what stands once. */
  readonly site: number;
  readonly name: string;
  /** The figure that says most: "9 × 8". */
  readonly head: Value;
  /** More, the most telling first. */
  readonly lines: readonly Value[];
  readonly isNew: boolean;
  readonly isSingle: boolean;
  readonly isGhost: boolean;
  readonly isData: boolean;
  /** How many small boxes it is drawn as; 0 for none. */
  readonly stack: number;
  /** Its region, where it stands in one. */
  readonly region?: RegionName;
  /** Boxes as bought; 0 where they come and go. */
  readonly bought: number;
  /** What stands on its card even while it runs. */
  readonly marks: readonly Value[];
  /** The most cells that the head can take while the system runs. */
  readonly headRoom: number;
  readonly pricePerMonth: number;
}

/** The parts of a design in the order in which a request meets them. */
export function partsOf(
  words: PictureWords,
  design: Design,
  since: Design | undefined,
  bill: PictureBill = [],
): readonly Part[] {
  const parts: Part[] = [];
  const prices = partPrices(design, bill);
  const add = (site: number, suffix: string, draft: Draft) => {
    if (!draft.isThere) return;
    const region = design.sites[site]?.region;
    const bought = draft.bought ?? 0;
    const isKnown = since !== undefined && draft.wasThere;
    const value = (write: (tell: Teller) => string | undefined): Value | undefined => {
      const tell = new Teller(isKnown);
      const text = write(tell);
      return text === undefined || text === "" ? undefined : { text, changed: tell.changed };
    };
    const head = value(draft.head) ?? { text: "", changed: false };
    const lines = draft.lines.map(value);
    const alive = bought > 1 ? width(headNow(words, { head, bought }, bought - 1)) : 0;
    parts.push({
      id: draft.kind + suffix,
      kind: draft.kind,
      site,
      name: words.parts[draft.kind].name,
      head,
      lines: lines.flatMap((line) => line ?? []),
      marks: (draft.marks ?? []).flatMap((at) => lines[at] ?? []),
      isNew: since !== undefined && !draft.wasThere,
      isSingle: draft.single ?? false,
      isGhost: false,
      isData: draft.data ?? false,
      stack: draft.stack ?? 0,
      ...(region === undefined ? {} : { region }),
      bought,
      headRoom: Math.max(draft.headRoom ?? 0, width(head.text), alive),
      pricePerMonth: prices.get(draft.kind + suffix) ?? 0,
    });
  };
  const old = since ?? design;
  for (const draft of globalDrafts(words.facts, design, old)) add(-1, "", draft);
  if (!design.dns.domain) parts.push(ghost(words, "name", -1));
  design.sites.forEach((site, index) => {
    const was = old.sites.find((each) => each.region === site.region) ?? emptySite(site.region);
    const suffix = index === 0 ? "" : `@${site.region}`;
    for (const draft of siteDrafts(words.facts, site, was)) add(index, suffix, draft);
    if (site.web.count === 0 && site.box.size === 0) parts.push(ghost(words, "rack", index, suffix));
    const keepsData = site.db.size > 0 || site.db.replicas > 0 || site.shards.count > 0 || site.kv.nodes > 0;
    if (site.web.count > 0 && !keepsData && index === 0) parts.push(ghost(words, "data", index, suffix));
  });
  return parts;
}

/** The head with the number of boxes that are at work now, beside that bought when some are not. */
export function headNow(
  { live }: PictureWords,
  { head, bought }: Pick<Part, "head" | "bought">,
  boxes: number | undefined,
): string {
  if (boxes === undefined || !head.text.includes("× ")) return head.text;
  const alive = Math.round(boxes);
  const count = alive < bought ? live.of(alive, bought) : String(alive);
  const isPlain = head.text.startsWith("×");
  if (isPlain) return alive === bought ? head.text : count;
  return head.text.replace(/^\S+/, count);
}

/** A ghost stands where its part would: the shop's cursor and the failures there belong to it. */
const ghostIds = { name: "dns", rack: "web", data: "db" } as const;

function ghost({ ghosts }: PictureWords, what: GhostKind, site: number, suffix = ""): Part {
  const { name, value } = ghosts[what];
  return {
    id: ghostIds[what] + suffix,
    kind: `?${what}`,
    site,
    name,
    head: { text: value, changed: false },
    lines: [],
    isNew: false,
    isSingle: false,
    isGhost: true,
    isData: what === "data",
    stack: 0,
    bought: 0,
    marks: [],
    headRoom: 0,
    pricePerMonth: 0,
  };
}

/** What stands beside the path: tools, the copy between sites, the split of services, bytes that are billed. */
export function quietFacts(
  words: PictureWords,
  design: Design,
  since: Design | undefined,
  bill: PictureBill = [],
): readonly Value[] {
  const { quiet } = words;
  const prices = factPrices(design, bill);
  const priced = (id: string, text: string) => {
    const price = prices.get(id);
    return price === undefined || text === "" ? text : `${text} $${grouped(price)}`;
  };
  const was = since ?? design;
  const facts: Value[] = [];
  const both = (write: (each: Design) => string) => {
    const now = write(design);
    if (now !== "") facts.push({ text: now, changed: since !== undefined && now !== write(was) });
  };
  both(({ sync }) => (sync.mode === "none" ? "" : quiet.sync[sync.mode]));
  both(({ services }) => (services.split ? quiet.services : ""));
  both(({ tools }) => priced("logs", tools.logs === "none" ? "" : quiet.logs[tools.logs]));
  both(({ tools }) => priced("business", tools.business ? quiet.business : ""));
  both(({ tools }) => priced("metrics", tools.metrics === "none" ? "" : quiet.metrics[tools.metrics]));
  both(({ tools }) => priced("ci", tools.ci === "none" ? "" : quiet.ci[tools.ci]));
  both(({ tools }) => priced("traces", tools.traces ? quiet.traces : ""));
  both(({ tools }) => (tools.deploy === "manual" ? "" : quiet.deploy[tools.deploy]));
  both(({ tools }) => (tools.smoke ? quiet.smoke : ""));
  if (prices.has("egress")) facts.push({ text: priced("egress", quiet.traffic), changed: false });
  const gone = since === undefined ? [] : goneParts(words, design, since);
  if (gone.length > 0) facts.push({ text: quiet.gone(gone), changed: true });
  return facts;
}

/** Names of parts that stood in another design and no longer stand in this one. */
function goneParts(words: PictureWords, design: Design, since: Design): readonly string[] {
  const ids = new Set(partsOf(words, design, undefined).flatMap(({ id, isGhost }) => (isGhost ? [] : [id])));
  return partsOf(words, since, undefined).flatMap((part) =>
    part.isGhost || ids.has(part.id) ? [] : [part.name],
  );
}
