/** Every design that a level names, each once, with the name it goes by. */
import type { Level } from "../../src/game/index.ts";
import { type Design, formatDesign } from "../../src/sim/index.ts";

export function namedDesigns(level: Level): { readonly name: string; readonly design: Design }[] {
  const all: [string, Design][] = [
    ["start", level.start],
    ["lesson", level.lesson],
    ["also passes", level.alsoPasses],
    ["bigger box", level.biggerBox],
    ["star 2", level.stars.two.design],
    ["star 3", level.stars.three.design],
    ...level.wrongAnswers.flatMap((wrong): [string, Design][] =>
      "design" in wrong ? [[wrong.letter, wrong.design]] : [],
    ),
  ];
  const seen = new Set<string>();
  return all.flatMap(([name, design]) => {
    const line = formatDesign(design);
    // The wrong answers keep their letters.
    if (seen.has(line) && !/^([A-Z]|naive)$/.test(name)) return [];
    seen.add(line);
    return [{ name, design }];
  });
}
