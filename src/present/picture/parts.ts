/** A design as the parts that stand in it, each with the few figures the picture shows. */
import { type Design, emptySite } from "../../sim/index.ts";
import { grouped } from "../figures.ts";
import { type Draft, globalDrafts, siteDrafts, Teller } from "./drafts.ts";
import { factPrices, type PictureBill, partPrices } from "./prices.ts";
import { ghostWords, partWords, tagWords } from "./words-en.ts";

/** A short text with its weight: what changed stands out. */
export interface Value {
  readonly text: string;
  readonly changed: boolean;
}

export interface Part {
  /** "web", "cache@korea"; ghosts are "?name", "?rack", "?data". */
  readonly id: string;
  readonly kind: string;
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
  /** The longest that the head can become while the system runs. */
  readonly headRoom: number;
  readonly pricePerMonth: number;
}

/** The parts of a design in the order in which a request meets them. */
export function partsOf(design: Design, since: Design | undefined, bill: PictureBill = []): readonly Part[] {
  const parts: Part[] = [];
  const prices = partPrices(design, bill);
  const add = (site: number, suffix: string, draft: Draft) => {
    if (!draft.isThere) return;
    const isKnown = since !== undefined && draft.wasThere;
    const value = (write: (tell: Teller) => string | undefined): Value | undefined => {
      const tell = new Teller(isKnown);
      const text = write(tell);
      return text === undefined || text === "" ? undefined : { text, changed: tell.changed };
    };
    const head = value(draft.head) ?? { text: "", changed: false };
    parts.push({
      id: draft.kind + suffix,
      kind: draft.kind,
      site,
      name: partWords[draft.kind]?.name ?? draft.kind,
      head,
      lines: draft.lines.flatMap((line) => value(line) ?? []),
      isNew: since !== undefined && !draft.wasThere,
      isSingle: draft.single ?? false,
      isGhost: false,
      isData: draft.data ?? false,
      stack: draft.stack ?? 0,
      headRoom: Math.max(draft.headRoom ?? 0, head.text.length),
      pricePerMonth: prices.get(draft.kind + suffix) ?? 0,
    });
  };
  const old = since ?? design;
  for (const draft of globalDrafts(design, old)) add(-1, "", draft);
  if (!design.dns.domain) parts.push(ghost("name", -1));
  design.sites.forEach((site, index) => {
    const was = old.sites.find((each) => each.region === site.region) ?? emptySite(site.region);
    const suffix = index === 0 ? "" : `@${site.region}`;
    for (const draft of siteDrafts(site, was)) add(index, suffix, draft);
    if (site.web.count === 0 && site.box.size === 0) parts.push(ghost("rack", index, suffix));
    const keepsData = site.db.size > 0 || site.db.replicas > 0 || site.shards.count > 0 || site.kv.nodes > 0;
    if (site.web.count > 0 && !keepsData && index === 0) parts.push(ghost("data", index, suffix));
  });
  return parts;
}

/** A ghost stands where its part would: the shop's cursor and the failures there belong to it. */
const ghostIds = { name: "dns", rack: "web", data: "db" } as const;

function ghost(what: keyof typeof ghostWords, site: number, suffix = ""): Part {
  const words = ghostWords[what];
  return {
    id: ghostIds[what] + suffix,
    kind: `?${what}`,
    site,
    name: words.name,
    head: { text: words.value, changed: false },
    lines: [],
    isNew: false,
    isSingle: false,
    isGhost: true,
    isData: what === "data",
    stack: 0,
    headRoom: 0,
    pricePerMonth: 0,
  };
}

/** What stands beside the path: tools, the copy between sites, the split of services, bytes that are billed. */
export function quietFacts(
  design: Design,
  since: Design | undefined,
  bill: PictureBill = [],
): readonly Value[] {
  const prices = factPrices(design, bill);
  const priced = (id: string, text: string) => {
    const price = prices.get(id);
    return price === undefined || text === "" ? text : `${text} $${grouped(price)}`;
  };
  const was = since ?? design;
  const facts: Value[] = [];
  const add = (now: string, before: string) => {
    if (now !== "") facts.push({ text: now, changed: since !== undefined && now !== before });
  };
  const both = (write: (each: Design) => string) => {
    add(write(design), write(was));
  };
  both(({ sync }) => (sync.mode === "none" ? "" : `sites ${sync.mode}`));
  both(({ services }) => (services.split ? "services" : ""));
  both(({ tools }) => priced("logs", tools.logs === "none" ? "" : `logs ${tools.logs}`));
  both(({ tools }) => priced("business", tools.business ? "business" : ""));
  both(({ tools }) => priced("metrics", tools.metrics === "none" ? "" : `metrics ${tools.metrics}`));
  both(({ tools }) => priced("ci", tools.ci === "none" ? "" : `ci ${tools.ci}`));
  both(({ tools }) => (tools.deploy === "manual" ? "" : `deploy auto`));
  both(({ tools }) => (tools.smoke ? "smoke" : ""));
  if (prices.has("egress")) facts.push({ text: priced("egress", tagWords.traffic), changed: false });
  const gone = since === undefined ? [] : goneParts(design, since);
  if (gone.length > 0) facts.push({ text: `${tagWords.gone}: ${gone.join(", ")}`, changed: true });
  return facts;
}

/** Names of parts that stood in another design and no longer stand in this one. */
function goneParts(design: Design, since: Design): readonly string[] {
  const ids = new Set(partsOf(design, undefined).flatMap(({ id, isGhost }) => (isGhost ? [] : [id])));
  return partsOf(since, undefined).flatMap((part) => (part.isGhost || ids.has(part.id) ? [] : [part.name]));
}
