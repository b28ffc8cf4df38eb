import { EventHeap, IntRing } from "../../src/exact/event-heap.ts";
import { Prng } from "../../src/exact/prng.ts";

export type OraclePolicy = "random" | "round-robin" | "two-choices" | "least-connections";

/**
 * Exact simulation of n boxes of c exponential servers each behind a balancer; a box serves first come first
 * served. Unit service time. Returns the sojourn times of the requests after the warm-up.
 */
export function simulateBoxes(
  policy: OraclePolicy,
  boxes: number,
  serversPerBox: number,
  utilization: number,
  requests: number,
  seed: number,
): Float64Array {
  const n = boxes;
  const c = serversPerBox;
  const rate = utilization * boxes * serversPerBox;
  const warmUp = Math.floor(requests / 10);
  const total = requests + warmUp;
  const random = new Prng(seed);
  const heap = new EventHeap();
  const arrivedAt = new Float64Array(total);
  const sojourn = new Float64Array(total);
  const inBox = new Int32Array(n);
  const queues = Array.from({ length: n }, () => new IntRing());
  let turn = 0;

  const choose = (): number => {
    if (n === 1) return 0;
    if (policy === "round-robin") {
      turn = (turn + 1) % n;
      return turn;
    }
    const first = Math.floor(random.uniform() * n);
    if (policy === "random") return first;
    if (policy === "two-choices") {
      const second = (first + 1 + Math.floor(random.uniform() * (n - 1))) % n;
      return inBox[second]! < inBox[first]! ? second : first;
    }
    let best = first;
    for (let i = 1; i < n; i++) {
      const box = (first + i) % n;
      if (inBox[box]! < inBox[best]!) best = box;
    }
    return best;
  };

  let next = 0;
  let nextArrival = random.exponential() / rate;
  // An event names the request that is done; which box it is in is kept aside.
  const boxOf = new Int32Array(total);
  while (next < total || heap.size > 0) {
    if (next < total && nextArrival <= heap.nextTime) {
      const box = choose();
      arrivedAt[next] = nextArrival;
      boxOf[next] = box;
      if (inBox[box]!++ < c) heap.push(nextArrival + random.exponential(), next);
      else queues[box]!.push(next);
      next++;
      nextArrival += random.exponential() / rate;
      continue;
    }
    const now = heap.nextTime;
    const request = heap.pop();
    const box = boxOf[request]!;
    sojourn[request] = now - arrivedAt[request]!;
    inBox[box]!--;
    if (queues[box]!.length > 0) heap.push(now + random.exponential(), queues[box]!.shift());
  }
  return sojourn.subarray(warmUp);
}
