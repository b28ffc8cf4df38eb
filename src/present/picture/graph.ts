/** Which part hands requests to which: the picture's edges, whatever its layout. */
import type { Design, RegionName } from "../../sim/index.ts";
import type { PictureWords } from "../../words/contract/picture.ts";
import type { Part } from "./parts.ts";
import type { PictureOptions } from "./types.ts";

export interface Edge {
  readonly from: string;
  readonly to: string;
  /** What goes along it. */
  readonly what?: keyof PictureWords["edges"];
  readonly label?: string;
  /** The copy that one site's data is of another's. */
  readonly isBetweenSites?: boolean;
  /** Says so little that a crowded picture leaves it out. */
  readonly isQuiet?: boolean;
}

/** The parts of one site by kind, and the part that answers its requests. */
export interface SiteParts {
  readonly index: number;
  readonly region: RegionName;
  readonly front: readonly Part[];
  readonly app: Part;
  /** A second answering part, when a design holds both a box and a web tier. */
  readonly spare: Part | undefined;
  readonly get: (kind: string) => Part | undefined;
  /** Where data are kept, in order. */
  readonly data: readonly Part[];
}

/** Sorts a site's parts. */
export function siteParts(design: Design, parts: readonly Part[], index: number): SiteParts {
  const here = parts.filter((part) => part.site === index);
  const get = (kind: string) => here.find((part) => part.kind === kind);
  const app = (get("web") ?? get("box") ?? get("?rack")) as Part;
  return {
    index,
    region: design.sites[index]!.region,
    front: here.filter((part) => part.kind === "lb"),
    app,
    spare: app.kind === "web" ? get("box") : undefined,
    get,
    data: ["db", "shards", "kv", "?data"].flatMap((kind) => get(kind) ?? []),
  };
}

/** All edges, users first. */
export function edgesOf(words: PictureWords, design: Design, parts: readonly Part[]): readonly Edge[] {
  const edges: Edge[] = [];
  const along = (what: keyof PictureWords["edges"]) => ({ what, label: words.edges[what] });
  const names = "dns";
  const cdn = parts.some((part) => part.kind === "cdn");
  edges.push({ from: "users", to: names });
  if (cdn) edges.push({ from: "users", to: "cdn", ...along("static"), isQuiet: true });
  const sites = design.sites.map((_, index) => siteParts(design, parts, index));
  for (const site of sites) {
    const door = site.front[0] ?? site.app;
    edges.push({
      from: names,
      to: door.id,
      ...(sites.length > 1 ? { label: words.sites[site.region] } : {}),
    });
    if (cdn && site.index === 0) edges.push({ from: "cdn", to: door.id, ...along("miss"), isQuiet: true });
    edges.push(...siteEdges(site, door, along));
  }
  const [home, ...others] = sites.map(({ get }) => get("db") ?? get("shards") ?? get("replicas"));
  const { mode } = design.sync;
  if (mode !== "none" && home)
    for (const other of others)
      if (other)
        edges.push({
          from: home.id,
          to: other.id,
          what: "copy",
          label: words.quiet.sync[mode],
          isBetweenSites: true,
        });
  return edges;
}

function siteEdges(
  site: SiteParts,
  door: Part,
  along: (what: keyof PictureWords["edges"]) => Pick<Edge, "what" | "label">,
): Edge[] {
  const edges: Edge[] = [];
  const { app, spare, get, data } = site;
  if (door !== app) edges.push({ from: door.id, to: app.id });
  if (spare) edges.push({ from: door === app ? app.id : door.id, to: spare.id });
  const cache = get("cache");
  if (cache) edges.push({ from: app.id, to: cache.id });
  const reader = cache ?? app;
  const replicas = get("replicas");
  for (const part of data)
    edges.push({
      from: reader.id,
      to: part.id,
      ...(cache
        ? part === data[0]
          ? along("miss")
          : {}
        : replicas && part.kind === "db"
          ? along("writes")
          : {}),
    });
  const primary = get("db");
  if (replicas) edges.push({ from: reader.id, to: replicas.id, ...along("reads") });
  if (replicas && primary) edges.push({ from: primary.id, to: replicas.id, ...along("copy") });
  const sessions = get("sessions");
  if (sessions) edges.push({ from: app.id, to: sessions.id });
  const queue = get("queue");
  const workers = get("workers");
  // Jobs leave from whatever stands lowest, so that their line crosses no box.
  const foot = spare ?? app;
  if (queue) edges.push({ from: foot.id, to: queue.id, ...along("publish"), isQuiet: true });
  if (workers) edges.push({ from: queue?.id ?? foot.id, to: workers.id, ...along("jobs") });
  return edges;
}

/** Edges along which something comes: none leaves a part that passes nothing on, none enters a dark site. */
export function flowing(
  edges: readonly Edge[],
  parts: readonly Part[],
  { live, dark }: Pick<PictureOptions, "live" | "dark">,
): ReadonlySet<Edge> {
  const partOf = new Map(parts.map((part) => [part.id, part]));
  const isDark = (id: string) => {
    const region = partOf.get(id)?.region;
    return region !== undefined && dark?.has(region) === true;
  };
  const isWall = (id: string) => partOf.get(id)?.isGhost === true || live?.(id)?.down === true;
  const reached = new Set(["users"]);
  const flows = new Set<Edge>();
  // Edges stand in the order of the path, but for a few; as many rounds as something new is reached.
  for (let before = -1; before < reached.size; ) {
    before = reached.size;
    for (const edge of edges) {
      if (!reached.has(edge.from) || isWall(edge.from) || isDark(edge.to)) continue;
      flows.add(edge);
      reached.add(edge.to);
    }
  }
  return flows;
}
