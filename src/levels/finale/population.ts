/** Written by `npm run prove:all`: all designs that pass this level, in a few numbers. */
import type { Population } from "../../game/index.ts";

export const provenFrom = "4bff9bc1f306c202";

export const population: Population = {
  passing: 47,
  spreads: {
    costPerMonth: {
      counts: [2, 2, 0, 4, 5, 4, 4, 0, 4, 12, 8, 2],
      sample: [
        28543, 28543, 28885, 28885, 29593, 29593, 29593, 29593, 29935, 29935, 29935, 29935, 29935, 30223,
        30223, 30543, 30543, 30565, 30565, 30885, 30885, 31273, 31273, 31273, 31273, 31593, 31593, 31593,
        31593, 31593, 31593, 31615, 31615, 31615, 31615, 31615, 31615, 31935, 31935, 31935, 31935, 31935,
        31935, 32223, 32223, 32565, 32565,
      ],
    },
    latencyP95Ms: {
      counts: [15, 0, 2, 6, 9, 2, 2, 1, 1, 1, 4, 4],
      sample: [
        187.4, 187.4, 187.4, 187.4, 187.4, 187.4, 187.5, 187.5, 187.5, 187.5, 187.5, 187.5, 187.5, 187.5,
        187.7, 188.2, 188.3, 188.6, 188.7, 188.7, 188.7, 188.7, 188.7, 188.9, 189, 189, 189.1, 189.1, 189.1,
        189.1, 189.1, 189.2, 189.3, 189.5, 189.6, 189.6, 190.1, 190.4, 191, 191.3, 191.3, 191.4, 191.4, 191.7,
        191.7, 191.8, 191.8,
      ],
    },
    availability: {
      counts: [3, 8, 4, 0, 4, 0, 0, 1, 8, 7, 2, 10],
      sample: [
        0.95514, 0.95517, 0.95544, 0.95608, 0.95635, 0.95638, 0.9566, 0.9566, 0.95665, 0.95687, 0.95687,
        0.9571, 0.95737, 0.9574, 0.95768, 0.95883, 0.95883, 0.95911, 0.95911, 0.96204, 0.96232, 0.96237,
        0.96241, 0.96265, 0.96268, 0.96268, 0.96295, 0.96307, 0.96335, 0.96341, 0.96344, 0.96368, 0.96371,
        0.96371, 0.96399, 0.96481, 0.96482, 0.96509, 0.96509, 0.96515, 0.96515, 0.96518, 0.96542, 0.96542,
        0.96545, 0.9656, 0.96588,
      ],
    },
    ordersShare: {
      counts: [16, 11, 0, 0, 0, 0, 0, 0, 0, 0, 7, 13],
      sample: [
        0.87866, 0.87866, 0.87868, 0.87868, 0.87907, 0.87907, 0.87909, 0.87909, 0.87909, 0.87914, 0.87914,
        0.87914, 0.87914, 0.87914, 0.8792, 0.8792, 0.87955, 0.87955, 0.87955, 0.87955, 0.87955, 0.87959,
        0.87959, 0.87961, 0.87961, 0.88, 0.88, 0.88662, 0.88662, 0.88664, 0.88664, 0.88664, 0.88664, 0.88667,
        0.88703, 0.88703, 0.88705, 0.88705, 0.88705, 0.88705, 0.88708, 0.88709, 0.88709, 0.88716, 0.8875,
        0.8875, 0.88757,
      ],
    },
  },
  front: [
    {
      costPerMonth: 28543,
      latencyP95Ms: 187.5,
      availability: 0.96204,
      design:
        "dns geo ttl=10s · cdn static versioned fallback · sync async · tools metrics=tiers business ci=canary deploy=automated · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 1 invalidate zones=2 · kv 2 · shards 8×4 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
    {
      costPerMonth: 28885,
      latencyP95Ms: 187.5,
      availability: 0.96307,
      design:
        "dns geo ttl=10s · cdn static versioned fallback · sync async · tools metrics=tiers business ci=canary deploy=automated · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 4 invalidate zones=2 · kv 2 · shards 8×4 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
    {
      costPerMonth: 28885,
      latencyP95Ms: 189.1,
      availability: 0.96335,
      design:
        "dns geo ttl=10s · cdn static versioned fallback · sync async · tools metrics=tiers business ci=canary deploy=automated · services · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 4 invalidate zones=2 · kv 2 · shards 8×4 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
    {
      costPerMonth: 29935,
      latencyP95Ms: 188.9,
      availability: 0.96368,
      design:
        "dns geo ttl=10s · cdn static versioned fallback · sync async · tools logs=sampled metrics=tiers business ci=canary deploy=automated · services · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 4 invalidate zones=2 · kv 2 · shards 8×4 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
    {
      costPerMonth: 30543,
      latencyP95Ms: 189,
      availability: 0.96482,
      design:
        "dns geo ttl=10s · cdn static versioned fallback · sync async · tools metrics=tiers business ci=canary deploy=automated · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 1 invalidate zones=2 · kv 2 · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
    {
      costPerMonth: 30565,
      latencyP95Ms: 187.4,
      availability: 0.96344,
      design:
        "dns geo ttl=10s · cdn static versioned fallback · sync async · tools metrics=tiers business ci=canary deploy=automated · lb 2 interval=10s retry · web 34×8 local=2s · sessions pair · cache 4 invalidate zones=2 · kv 2 · shards 8×4 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
    {
      costPerMonth: 30565,
      latencyP95Ms: 188.3,
      availability: 0.96371,
      design:
        "dns geo ttl=10s · cdn static versioned fallback · sync async · tools metrics=tiers business ci=canary deploy=automated · services · lb 2 interval=10s retry · web 34×8 local=2s · sessions pair · cache 4 invalidate zones=2 · kv 2 · shards 8×4 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
    {
      costPerMonth: 31593,
      latencyP95Ms: 191.3,
      availability: 0.96542,
      design:
        "dns geo ttl=10s · cdn static versioned fallback · sync async · tools logs=sampled metrics=tiers business ci=canary deploy=automated · services · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 1 invalidate zones=2 · kv 2 · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
    {
      costPerMonth: 31615,
      latencyP95Ms: 187.4,
      availability: 0.96371,
      design:
        "dns geo ttl=10s · cdn static versioned fallback · sync async · tools logs=sampled metrics=tiers business ci=canary deploy=automated · lb 2 interval=10s retry · web 34×8 local=2s · sessions pair · cache 4 invalidate zones=2 · kv 2 · shards 8×4 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
    {
      costPerMonth: 32223,
      latencyP95Ms: 187.5,
      availability: 0.96518,
      design:
        "dns geo ttl=10s · cdn static versioned fallback · sync async · tools metrics=tiers business ci=canary deploy=automated · lb 2 interval=10s retry · web 34×8 local=2s · sessions pair · cache 1 invalidate zones=2 · kv 2 · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
    {
      costPerMonth: 32223,
      latencyP95Ms: 190.4,
      availability: 0.96545,
      design:
        "dns geo ttl=10s · cdn static versioned fallback · sync async · tools metrics=tiers business ci=canary deploy=automated · services · lb 2 interval=10s retry · web 34×8 local=2s · sessions pair · cache 1 invalidate zones=2 · kv 2 · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
    {
      costPerMonth: 32565,
      latencyP95Ms: 191,
      availability: 0.96588,
      design:
        "dns geo ttl=10s · cdn static versioned fallback · sync async · tools metrics=tiers business ci=canary deploy=automated · services · lb 2 interval=10s retry · web 34×8 local=2s · sessions pair · cache 4 invalidate zones=2 · kv 2 · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14 · @korea · lb 2 interval=10s retry · web 28×8 local=2s · sessions pair · cache 4 invalidate zones=2 · shards 8×4 replicas=1 salt=16 counter feed · queue durable attempts=3 dead steps · workers 6×8 max=14",
    },
  ],
};
