import { describe, expect, test } from "vitest";
import { digitsOf, typed } from "../../src/ui/model/text-field.ts";

describe("a text field", () => {
  test.each(["👩‍👩‍👧", "é", "🇰🇷", "한", "👍🏽"])("gives up %s whole at one Backspace", (char) => {
    expect(typed(`a${char}`, "", 24)).toBe("a");
  });

  test("takes what is pasted as far as it fits, counted as a reader counts", () => {
    expect(typed("ab", "cdef", 4)).toBe("abcd");
    expect(typed("", "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2)).toBe("👩‍👩‍👧👩‍👩‍👧");
  });

  test.each(["👩‍👩‍👧", "🇰🇷", "한", "e\u0301"])(
    "cuts no %s in two in a long paste, wherever it begins",
    (char) => {
      for (const before of ["", "a", "ab", "abc"]) {
        const whole = before + char.repeat(600);
        expect(typed("", whole, before.length + 550)).toBe(before + char.repeat(550));
        expect(typed(whole, "", 2_000)).toBe(before + char.repeat(599));
        const units = before.length + 500 * char.length;
        expect(typed("", whole, 2_000, units)).toBe(before + char.repeat(500));
        expect(typed("", whole, 2_000, units - 1)).toBe(before + char.repeat(499));
      }
    },
  );

  test("reads numbers as people write them, and leaves what is none", () => {
    expect(digitsOf("1,000,000")).toBe("1000000");
    expect(digitsOf(" 12 500 ")).toBe("12500");
    expect(digitsOf("４２")).toBe("42");
    expect(digitsOf("1.5")).toBe("1.5");
    expect(digitsOf("1,5")).toBe("1,5");
  });
});
