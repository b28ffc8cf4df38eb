/** Which part hands requests to which: the picture's edges, whatever its layout. */
import type { Design } from "../../sim/index.ts";
import type { Part } from "./parts.ts";
import { edgeWords, siteWords } from "./words-en.ts";

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** Says so little that a crowded picture leaves it out. */
  readonly isQuiet?: boolean;
}

/** The parts of one site by kind, and the part that answers its requests. */
export interface SiteParts {
  readonly index: number;
  readonly region: string;
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
    region: siteWords[design.sites[index]?.region ?? ""] ?? "",
    front: here.filter((part) => part.kind === "lb"),
    app,
    spare: app.kind === "web" ? get("box") : undefined,
    get,
    data: ["db", "shards", "kv", "?data"].flatMap((kind) => get(kind) ?? []),
  };
}

/** All edges, users first. */
export function edgesOf(design: Design, parts: readonly Part[]): readonly Edge[] {
  const edges: Edge[] = [];
  const names = "dns";
  const cdn = parts.some((part) => part.kind === "cdn");
  edges.push({ from: "users", to: names });
  if (cdn) edges.push({ from: "users", to: "cdn", label: edgeWords.static, isQuiet: true });
  const sites = design.sites.map((_, index) => siteParts(design, parts, index));
  for (const site of sites) {
    const door = site.front[0] ?? site.app;
    edges.push({ from: names, to: door.id, ...(sites.length > 1 ? { label: site.region } : {}) });
    if (cdn && site.index === 0)
      edges.push({ from: "cdn", to: door.id, label: edgeWords.miss, isQuiet: true });
    edges.push(...siteEdges(site, door));
  }
  return edges;
}

function siteEdges(site: SiteParts, door: Part): Edge[] {
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
          ? { label: edgeWords.miss }
          : {}
        : replicas && part.kind === "db"
          ? { label: edgeWords.writes }
          : {}),
    });
  const primary = get("db");
  if (replicas) edges.push({ from: reader.id, to: replicas.id, label: edgeWords.reads });
  if (replicas && primary) edges.push({ from: primary.id, to: replicas.id, label: edgeWords.copy });
  const sessions = get("sessions");
  if (sessions) edges.push({ from: app.id, to: sessions.id });
  const queue = get("queue");
  const workers = get("workers");
  // Jobs leave from whatever stands lowest, so that their line crosses no box.
  const foot = spare ?? app;
  if (queue) edges.push({ from: foot.id, to: queue.id, label: edgeWords.publish, isQuiet: true });
  if (workers) edges.push({ from: queue?.id ?? foot.id, to: workers.id, label: edgeWords.jobs });
  return edges;
}
