import { describe, expect, it } from "vitest";
import { cases, proveCase } from "../../src/rooms/on-call/index.ts";

describe("every case on call", () => {
  for (const which of cases)
    for (const seed of [1, 2])
      it(`keeps its claims on day ${seed}: ${which.id}`, () => {
        expect(proveCase(which, seed).filter(({ holds }) => !holds)).toEqual([]);
      });
});
