import { expect, test } from "vitest";
import { namedDesigns } from "../helpers/named-designs.ts";
import { nameless, sitedTexts, twoSited } from "../helpers/sited.ts";

const designs = twoSited.flatMap((lesson) =>
  namedDesigns(lesson.level)
    .filter(({ design }) => design.sites.length > 1)
    .map(({ name, design }) => ({ number: lesson.level.number, name, design, lesson })),
);

test.each(designs)(
  "nothing that a run of $name on level $number tells leaves open which site is meant",
  ({ design, lesson }) => {
    expect(sitedTexts(lesson, design).filter((text) => nameless(text).length > 0)).toEqual([]);
  },
);
