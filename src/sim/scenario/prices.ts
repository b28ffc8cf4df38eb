/**
 * What prices are beside those of the reference sheet: a factor for each group of what is paid for. They belong to a
 * scenario like its traffic, so a forecast and a run can only ask for the same ones.
 */

/** The groups, with the lines of the bill that are of each. A line of none, such as the domain, costs what the sheet says. */
const linesOf = {
  boxes: ["box", "web", "lb", "workers", "workers-extra"],
  databases: ["db", "replicas", "backups", "kv", "shards", "shardReplicas", "dedicatedShard"],
  memory: ["cache", "sessions"],
  queues: ["queue", "stream"],
  traffic: ["egress", "cdn", "cdn-prefetch", "cdn-purge", "cdn-archive"],
  tools: ["logs", "metrics", "business", "traces", "ci"],
} as const;

/** What is paid for at prices that move together. */
export type PriceGroup = keyof typeof linesOf;
export const priceGroups = Object.keys(linesOf) as readonly PriceGroup[];

/** Factors on the sheet's prices; a group that is left out costs what the sheet says. */
export type Prices = Readonly<Partial<Record<PriceGroup, number>>>;

const groupOf: ReadonlyMap<string, PriceGroup> = new Map(
  priceGroups.flatMap((group) => linesOf[group].map((id) => [id, group] as const)),
);

/** The group that a line of the bill is of; undefined where its price does not move. */
export function priceGroupOf(id: string): PriceGroup | undefined {
  return groupOf.get(id);
}

/** What a line of the bill is multiplied by, by its id. */
export function priceFactor(prices: Prices | undefined, id: string): number {
  if (!prices) return 1;
  const group = groupOf.get(id);
  return (group && prices[group]) ?? 1;
}
