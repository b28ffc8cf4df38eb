/** Where a site keeps what: asked by every tier that touches data, so that all give the same answer. */
import type { Site } from "../../design/design.ts";

export type StoreKind = "box" | "db" | "shards" | "kv" | "none";

/** Where users' data lives: shards before one database, before a key-value node that holds everything. */
export function mainStore(site: Site): StoreKind {
  if (site.shards.count > 0) return "shards";
  if (site.db.size > 0 || site.db.replicas > 0) return "db";
  if (site.kv.nodes > 0 && site.kv.holds === "everything") return "kv";
  return site.box.size > 0 ? "box" : "none";
}

/** Where usage events go: a key-value node if there is one, otherwise to the users' data. */
export function logStore(site: Site): StoreKind {
  return site.kv.nodes > 0 ? "kv" : mainStore(site);
}

/** Whether the web tier, not the all-in-one box, answers here. */
export function hasWebTier(site: Site): boolean {
  return site.web.count > 0;
}
