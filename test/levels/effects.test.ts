import { describe, expect, test } from "vitest";
import { effects } from "./effects/index.ts";
import { playOn } from "./effects/playing.ts";

/** The facts that the simulator should show, by their numbers. */
const shown = `
  2 4 5 7 8 9 11 13 20 21 22 23 27 29 33 34 37 38 39 40 41 43 45 46 47 48 49 50 51 52 53 56 57 58 59 60 61 62 65 66 67
  68 69 70 71 72 73 74 75 76 77 78 79 80 81 82 83 85 86 87 88 89 90 92 93 94 95 96 99 100 101 102 103 104 105 106 107
  108 110 111 112 113 115 116 118 119 120 121 122 123 124 125 126 127 128 129 131 132 134 138 139 140 142 143 144 145
  146 147 148 149 150 153 154 157 161 162 164 165 167 168 169 171 172 179 180 181 182 183 184 185 186 188 190 193 194
  195 197 198 199 200 201 210 213 214 215 217 219 220 223 224 225 226 227 233 234 235 236 237 238 239 240
`
  .trim()
  .split(/\s+/)
  .map(Number);

describe("every fact that should be seen has an effect", () => {
  test("and none is forgotten", () => {
    const tested = new Set(effects.flatMap(({ facts }) => facts));
    expect(shown.filter((fact) => !tested.has(fact))).toEqual([]);
    expect([...tested].filter((fact) => !shown.includes(fact))).toEqual([]);
  });
});

describe.each(effects)("level $level, F$facts: $sees", ({ level, rises, times = 1 }) => {
  test("holds", () => {
    const [less, more] = rises(playOn(level));
    expect(Number.isFinite(less) && Number.isFinite(more), `${less} and ${more} are figures`).toBe(true);
    expect(more, `${less} < ${more}, by × ${times}`).toBeGreaterThan(less);
    expect(more).toBeGreaterThanOrEqual(less * times);
  });
});
