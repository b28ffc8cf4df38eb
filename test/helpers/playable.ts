/** Random designs that can be run: what legality forbids is mended, one problem at a time. */
import fc from "fast-check";
import {
  changedSettings,
  type Design,
  design,
  type ProblemCode,
  problemsOf,
  type SettingValue,
  withValue,
} from "../../src/sim/index.ts";
import { anyDesign } from "./designs.ts";

const cures: Readonly<Record<ProblemCode, readonly [path: string, value: SettingValue]>> = {
  "site-without-route": ["dns.geo", true],
  "sync-without-site": ["sync.mode", "none"],
  "replica-without-primary": ["db.replicas", 0],
  "sticky-without-balancer": ["lb.sticky", false],
  "balancer-without-web": ["lb.nodes", 0],
  "box-and-web": ["box.size", 0],
  "queue-without-workers": ["workers.count", 2],
  "workers-without-queue": ["workers.count", 0],
  "scale-below-count": ["workers.max", 0],
  "scale-bounds": ["web.target", 0],
  "dedicated-without-shards": ["shards.dedicated", false],
  "memory-without-cache": ["shards.likes", "rows"],
  "only-without-cache": ["cache.only", false],
};

/** The nearest design that can be run. */
export function mended(written: Design): Design {
  let result = written;
  for (let i = 0; i < 40; i++) {
    const [problem] = problemsOf(result);
    if (!problem) return result;
    const cure = cures[problem.code];
    const prefix = problem.region === undefined ? "" : `@${problem.region}.`;
    result = withValue(result, prefix + cure[0], cure[1]);
  }
  throw new Error("a design cannot be mended");
}

/** Systems that work, each with most of its parts bought: the ground for random changes. */
export const grounds: readonly Design[] = [
  "dns · box 4",
  "dns · cdn static · lb 2 interval=10s retry · web 9×8 · sessions pair · cache 3 zones=2 invalidate · db 4 + 3×4 zones=AB · kv 1",
  "dns · tools logs=sampled metrics=tiers business ci=canary · lb 2 · web 12×8 · sessions node · db 8 + 2×8 zones=AB · kv 2 · queue durable attempts=3 dead steps · workers 4×8 max=9",
  "dns geo ttl=30s · cdn archive fallback · sync async · lb 2 · web 9×8 · sessions pair · cache 3 · db 4 + 3×4 zones=AB · @korea · lb 2 · web 9×8 · sessions pair · cache 2 · db 0 + 3×4",
  "dns · lb 2 · web 8×32 local=2s · sessions pair · cache 4 zones=2 · kv 1 · shards 6×8 replicas=1 salt=16 counter feed",
  "dns · lb 1 · web 4×4 target=60 min=2 max=20 · kv 3 everything · queue memory · workers 2×4",
].map(design);

/** A system that works, with a few settings changed at random. */
function nearlySound(): fc.Arbitrary<Design> {
  return fc
    .tuple(fc.constantFrom(...grounds), anyDesign(), fc.array(fc.nat(200), { maxLength: 6 }))
    .map(([ground, other, picks]) => {
      const changes = changedSettings(other).filter(([path]) => !path.startsWith("@"));
      if (changes.length === 0) return ground;
      return picks.reduce((result, pick) => {
        const [path, value] = changes[pick % changes.length] as (typeof changes)[number];
        return withValue(result, path, value);
      }, ground);
    });
}

/** Any playable design: wild ones, most of them with a name so that requests come further, and nearly sound ones. */
export function playableDesign(): fc.Arbitrary<Design> {
  const wild = fc
    .tuple(anyDesign(), fc.integer({ min: 0, max: 9 }))
    .map(([any, luck]) => (luck > 0 ? withValue(any, "dns.domain", true) : any));
  return fc.oneof(wild, nearlySound()).map(mended);
}
