/** Figures of what was measured: how long answers took, how sure that is, and the same trace reckoned exactly. */

export const figureNames = ["meanMs", "p50Ms", "p95Ms", "p99Ms"] as const;
export type TimeName = (typeof figureNames)[number];
export type TimesMs = { readonly [K in TimeName]: number };

/** Batches of which a measurement is made, and Student's t of 95 % for so many. */
const batches = 20;
const studentT = 2.093;
/** The first part of what is measured still remembers the empty start. */
const warmUpShare = 0.1;

/** What counts of times in order of arrival: those after the start. */
export function settled<T extends Float64Array>(inOrder: T): T {
  return inOrder.subarray(Math.floor(inOrder.length * warmUpShare)) as T;
}

/** Mean and quantiles of times in ms. */
export function figuresOf(timesMs: Float64Array): TimesMs {
  const sorted = timesMs.slice().sort();
  const quantile = (q: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
  return {
    meanMs: sorted.reduce((sum, each) => sum + each, 0) / sorted.length,
    p50Ms: quantile(0.5),
    p95Ms: quantile(0.95),
    p99Ms: quantile(0.99),
  };
}

/**
 * Half of the interval in which the true figures lie, 95 times of 100, by batch means: neighbors in a queue wait
 * alike, so that single requests would seem to tell more than they do. Batches as short as what the queue remembers
 * make it too narrow (Whitt 1989).
 */
export function halfWidths(timesMs: Float64Array): TimesMs {
  const size = Math.floor(timesMs.length / batches);
  const each = Array.from({ length: batches }, (_, n) =>
    figuresOf(timesMs.subarray(n * size, (n + 1) * size)),
  );
  const of = (name: TimeName) => {
    const mean = each.reduce((sum, figures) => sum + figures[name], 0) / batches;
    const variance = each.reduce((sum, figures) => sum + (figures[name] - mean) ** 2, 0) / (batches - 1);
    return studentT * Math.sqrt(variance / batches);
  };
  return { meanMs: of("meanMs"), p50Ms: of("p50Ms"), p95Ms: of("p95Ms"), p99Ms: of("p99Ms") };
}

/**
 * First come, first served, by c servers: the time in the system of each arrival, from the arrivals and services that
 * were recorded (Kiefer and Wolfowitz 1955). It has the luck of the real run, so that what the two differ by is the
 * machine's, and what it differs from theory by is luck.
 */
export function sameTraceMs(
  arrivalsMs: Float64Array,
  servicesMs: Float64Array,
  servers: number,
): Float64Array {
  const freeMs = new Float64Array(servers);
  return arrivalsMs.map((arrivalMs, n) => {
    let first = 0;
    for (let server = 1; server < servers; server++) if (freeMs[server]! < freeMs[first]!) first = server;
    const leavesMs = Math.max(arrivalMs, freeMs[first]!) + servicesMs[n]!;
    freeMs[first] = leavesMs;
    return leavesMs - arrivalMs;
  });
}

/** Mean, and how much it varies: the squared coefficient of variation. */
export function momentsOf(values: Float64Array): { readonly mean: number; readonly cv2: number } {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const variance = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length;
  return { mean, cv2: variance / mean ** 2 };
}
