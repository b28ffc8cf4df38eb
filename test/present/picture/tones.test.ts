import { expect, test } from "vitest";
import { picture } from "../../../src/present/picture/index.ts";
import { design } from "../../../src/sim/index.ts";
import { words } from "../../helpers/english.ts";

/** The tones in which a text stands in a picture. */
function tonesOf(text: string, line: string, since?: string): readonly string[] {
  const drawn = picture(design(line), {
    words: words.picture,
    width: 100,
    ...(since === undefined ? {} : { since: design(since) }),
  });
  return drawn.flatMap((spans) => spans.flatMap((span) => (span.text.includes(text) ? [span.tone] : [])));
}

test("what stands below the picture is bright where it is new, and quiet otherwise", () => {
  const built = "dns · tools logs=sampled · web 2×8 · db 4";
  const logs = words.picture.quiet.logs.sampled;
  expect(tonesOf(logs, built)).toEqual(["muted"]);
  expect(tonesOf(logs, built, built)).toEqual(["muted"]);
  expect(tonesOf(logs, built, "dns · web 2×8 · db 4")).toEqual(["accent"]);
});
