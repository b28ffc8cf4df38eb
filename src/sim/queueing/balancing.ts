/** How a balancer picks a box. "central-queue" is the ideal: requests wait in one line for any server. */
export type BalancingPolicy =
  | "random"
  | "round-robin"
  | "two-choices"
  | "least-connections"
  | "central-queue";

/** One queue whose wait stands for that of n boxes behind a balancer. */
export interface EffectiveQueue {
  /** Servers of that queue, boxesPooled × serversPerBox; may be a fraction. */
  servers: number;
  /** How many boxes act as one, 1…n. */
  boxesPooled: number;
  /** ca² of the arrivals at that queue. */
  arrivalCv2: number;
}

/** Beyond this utilization the pool no longer grows: there is no equilibrium to fit. */
const GAP_MIN = 0.01;

/**
 * The queue that waits like n boxes of c servers each behind a policy, at a utilization ρ:
 * - random: every box alone, M/M/c (exact);
 * - central queue: all boxes as one, M/M/nc (exact);
 * - round robin: every box alone, but each gets every n-th request, so ca² = 1/n;
 * - two choices: as if m boxes shared a line, 1/m² = 1/n² + 1/m∞², m∞ = 0.6 + 0.9 (1−ρ)^−0.76: even with endless
 *   boxes, looking at two gains no more than that (the supermarket model of Vvedenskaya 1996, Mitzenmacher 2001);
 * - least connections (join the shortest queue): m = n / (1 + ½ (n−1)(1−ρ)/c): the pool is whole near
 *   saturation and loses a little to boxes that idle while another has a line.
 *
 * The last two are fits to the exact simulation over n = 2…64, c = 1…8, ρ = 0.7…0.95: p99 within 10 %, mean within
 * 20 %. Give a station `servers`, this `arrivalCv2`, and `boxesPooled / boxes` of the arrivals and queue limit;
 * what departs and waits is then to be multiplied by `boxes / boxesPooled`.
 */
export function effectiveQueue(
  policy: BalancingPolicy,
  boxes: number,
  serversPerBox: number,
  utilization: number,
): EffectiveQueue {
  const boxesPooled = pooled(policy, boxes, serversPerBox, Math.max(GAP_MIN, 1 - utilization));
  return {
    servers: boxesPooled * serversPerBox,
    boxesPooled,
    arrivalCv2: policy === "round-robin" && boxes > 1 ? 1 / boxes : 1,
  };
}

function pooled(policy: BalancingPolicy, boxes: number, serversPerBox: number, gap: number): number {
  if (boxes <= 1) return boxes;
  switch (policy) {
    case "random":
    case "round-robin":
      return 1;
    case "central-queue":
      return boxes;
    case "two-choices": {
      const endless = 0.6 + 0.9 * Math.exp(-0.76 * Math.log(gap));
      return Math.fround(1 / Math.sqrt(1 / (boxes * boxes) + 1 / (endless * endless)));
    }
    case "least-connections":
      return boxes / (1 + (0.5 * (boxes - 1) * gap) / serversPerBox);
  }
}
