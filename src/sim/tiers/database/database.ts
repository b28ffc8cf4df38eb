/**
 * The relational database: one primary takes all writes, copies share the reads, at one site or several.
 * docs/model/database.md has the formulas and what is left out.
 */

import type { Site } from "../../design/design.ts";
import type { BillLine, Tier, TierModel, World } from "../../engine/world.ts";
import type { Indicators } from "../../names/indicators.ts";
import { databasePricePerMonth, pricePerMonth } from "../../scenario/capacities.ts";
import { hasWebTier, logStore, mainStore } from "../common/data-home.ts";
import { dataHomeOf } from "../common/data-regions.ts";
import { DatabaseCluster } from "./cluster.ts";
import { DataSite } from "./data-site.ts";
import { Failover } from "./failover.ts";

export const database: TierModel = {
  name: "database",
  scope: "global",
  isPaidBySite: true,
  bill: (_design, site) => billOf(site),
  build: (world) => new DatabaseTier(world),
};

function billOf(site: Site): BillLine[] {
  const { db } = site;
  const boxes = databasePricePerMonth[db.size]!;
  const copies = db.replicas * databasePricePerMonth[db.replicaSize]!;
  const lines: BillLine[] = [];
  if (boxes > 0) lines.push({ id: "db", perMonth: boxes });
  if (copies > 0) lines.push({ id: "replicas", perMonth: copies });
  if (db.backups && boxes + copies > 0)
    lines.push({ id: "backups", perMonth: (boxes + copies) * pricePerMonth.backupsShare });
  return lines;
}

/** Everything relational in a design: one cluster over all sites, or one a site when nothing is copied between them. */
class DatabaseTier implements Tier {
  readonly #clusters: DatabaseCluster[] = [];
  /** Routes that lead to a site which does not have these users' data. */
  readonly #strangers: { readonly route: World["routes"][number]; readonly bucket: number }[] = [];
  /** Routes that need data where there is no store at all. */
  readonly #storeless: { readonly route: World["routes"][number]; readonly bucket: number }[] = [];
  readonly #logKind: number;

  constructor(world: World) {
    const { design, sites } = world;
    const holders = sites.filter((site) => mainStore(site.design) === "db");
    const groups =
      design.sync.mode === "none" ? holders.map((site) => [site]) : holders.length > 0 ? [holders] : [];
    for (const group of groups) {
      const members = group.map((site, m) => {
        const { db } = site.design;
        // Where no primary was bought, one of the copies is it (a site that keeps its data to itself).
        const replicas = m === 0 && db.size === 0 ? db.replicas - 1 : db.replicas;
        return new DataSite(world, site, Math.max(0, replicas));
      });
      const first = members[0]!.site.design.db;
      const failover = new Failover(world, members, first.size > 0 ? first.size : first.replicaSize);
      this.#clusters.push(new DatabaseCluster(world, failover));
    }
    const sharded = sites.some((site) => mainStore(site.design) === "shards");
    for (const site of sites) {
      const store = mainStore(site.design);
      const own = this.#clusters.find((cluster) => cluster.has(site));
      // A site without a store of its own reads and writes at home, across the distance.
      const cluster = own ?? (store === "none" && hasWebTier(site.design) ? this.#clusters[0] : undefined);
      cluster?.join(world, site);
      const none = store === "none" && hasWebTier(site.design) && !cluster && !sharded;
      const missing = world.ledger.bucket(site.place("db"), "no-database");
      const away = world.ledger.bucket(site.place("db"), "data-elsewhere");
      const logsHere = logStore(site.design) !== "kv";
      for (const route of site.routes) {
        if (route.traits.does === "file" || (route.traits.does === "append" && !logsHere)) continue;
        if (none) this.#storeless.push({ route, bucket: missing });
        if (own && this.#clusters.length > 1 && !own.has(dataHomeOf(world, route.region)))
          this.#strangers.push({ route, bucket: away });
      }
    }
    this.#logKind = world.sources.find((source) => source.kind === "log")?.kindIndex ?? -1;
  }

  prepare(world: World): void {
    for (let i = 0; i < this.#clusters.length; i++) this.#clusters[i]!.failover.prepare(world);
  }

  serve(world: World): void {
    for (let i = 0; i < this.#storeless.length; i++) {
      const { route, bucket } = this.#storeless[i]!;
      route.lose(bucket, 1, route.traits.does === "read" ? "miss" : "all");
    }
    for (let i = 0; i < this.#strangers.length; i++) {
      const { route, bucket } = this.#strangers[i]!;
      route.lose(bucket, 1);
    }
    for (let i = 0; i < this.#clusters.length; i++) this.#clusters[i]!.serve(world);
  }

  measure(world: World, indicators: Indicators): void {
    const { tally, ledger } = world;
    if (tally.ownReads > 0) indicators["staleOwnReadShare"] = tally.staleOwnReads / tally.ownReads;
    if (this.#clusters.length > 0) {
      let lost = tally.lostWrites;
      let downSec = 0;
      let lagSecMax = 0;
      for (const { failover, lagSecMax: lag } of this.#clusters) {
        lost += failover.missing();
        downSec += failover.downSec;
        lagSecMax = Math.max(lagSecMax, lag);
      }
      indicators["lostWrites"] = Math.max(0, lost - tally.recoveredWrites);
      indicators["recoveredWrites"] = tally.recoveredWrites;
      indicators["primaryDownSec"] = downSec;
      indicators["replicaLagMaxMs"] = lagSecMax * 1_000;
    }
    if (this.#logKind >= 0) {
      const stored = ledger.answered[this.#logKind]!;
      const closed = stored + ledger.failed[this.#logKind]!;
      indicators["logsStoredShare"] = closed > 0 ? stored / closed : 1;
    }
  }
}
