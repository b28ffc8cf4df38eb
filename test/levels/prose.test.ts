import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { chapterOf } from "../../src/levels/chapter.ts";
import type { FactId, LevelProse } from "../../src/levels/prose.ts";
import { raggedEdges } from "./frames.ts";

const LEVELS = fileURLToPath(new URL("../../src/levels", import.meta.url));

/** The facts each level owes the reader: the chapter's facts, corrections, supplements, pictures and glosses. */
const CURRICULUM: Readonly<Record<string, readonly FactId[]>> = {
  "01-single-server": [...range("F", 1, 19), ...range("X", 1, 2), ...range("D", 1, 6), ...range("K", 1, 9)],
  "02-database": [...range("F", 20, 37), ...range("X", 3, 4), ...range("D", 7, 8), "K10"],
  "03-scaling": [...range("F", 38, 49), "K11"],
  "04-load-balancer": [...range("F", 50, 61), ...range("X", 5, 7), ...range("D", 9, 10)],
  "05-replication": [...range("F", 62, 89), ...range("X", 8, 10), ...range("D", 11, 14), "K12"],
  "06-cache": [...range("F", 90, 113), "X11", ...range("D", 15, 16)],
  "07-cdn": [...range("F", 114, 137), "X12", ...range("D", 17, 19)],
  "08-stateless": [...range("F", 138, 160), "X13", ...range("D", 20, 22)],
  "09-data-centers": [...range("F", 161, 178), "X18", "D23"],
  "10-message-queue": [...range("F", 179, 192), "X14", "D24"],
  "11-observability": [...range("F", 193, 209), ...range("X", 15, 17), "D25"],
  "12-database-scaling": [...range("F", 210, 232), "X19", ...range("D", 26, 27)],
  "celebrity-lab": [],
  finale: range("F", 233, 241),
};

/** Not in the chapter, and at home wherever they fit best. */
const SUPPLEMENTS = range("S", 1, 16);

/** Facts that a question or a recall card must ask for, not only a passage tell. */
const ASKED: readonly FactId[] = facts(`
  1 6 10 11 12 15 16 17 18 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 41 42 46 49 50 53 54 61 63 66 70 82 84 89
  90 91 92 96 99 100 106 107 109 112 113
  114 119 123 125 130 138 141 145 151 153 155 156 157 158 159 163 165 170 175 177 180 191 199 202 206 207 212 216
  218 221 224 225 226 227 229 230 232 233 234 235 236 237 238 239 240 241
`);

const written = readdirSync(LEVELS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(LEVELS, entry.name, "en.ts")))
  .map((entry) => entry.name)
  .sort();

const proses = new Map<string, LevelProse>();
for (const folder of written) {
  const file = pathToFileURL(join(LEVELS, folder, "en.ts")).href;
  proses.set(folder, ((await import(file)) as { prose: LevelProse }).prose);
}

describe.each([...proses])("the words of %s", (folder, prose) => {
  it("have ids that name their level and kind and count upwards", () => {
    for (const [letter, items] of Object.entries(numbered(prose))) {
      let last = 0;
      for (const { id } of items) {
        expect(id).toMatch(new RegExp(`^${folder}-${letter}[1-9]\\d*$`));
        const count = Number(/\d+$/.exec(id));
        expect(count, id).toBeGreaterThan(last);
        last = count;
      }
    }
  });

  it("fit their places on the screen", () => {
    const tooLong = lengths(prose).filter(({ text, atMost }) => text.length > atMost || text.length === 0);
    expect(tooLong.map(({ where, text, atMost }) => `${where}: ${text.length} of ${atMost}`)).toEqual([]);
  });

  it("carry no control characters, double spaces or blank edges", () => {
    for (const { where, text } of lengths(prose)) {
      expect(text, where).not.toMatch(/\p{Cc}|\p{Cf}/u);
      expect(text, where).not.toMatch(/ {2}/);
      expect(text, where).toBe(text.trim());
    }
    for (const { id, lines } of prose.figures) {
      for (const line of lines) expect(line, id).not.toMatch(/\p{Cc}|\p{Cf}|\p{Script=Hangul}/u);
    }
  });

  it("draw figures of at most 76 columns and 14 rows, without ragged frames", () => {
    for (const { id, lines } of prose.figures) {
      expect(lines.length, id).toBeLessThanOrEqual(14);
      for (const line of lines) {
        expect([...line].length, `${id}: ${line}`).toBeLessThanOrEqual(76);
        expect(line, id).toBe(line.trimEnd());
      }
      expect(raggedEdges(lines), `${id}\n${lines.join("\n")}`).toEqual([]);
    }
  });

  it("name events, options and wrong answers by well-formed keys", () => {
    for (const key of [...Object.keys(prose.events), ...Object.keys(prose.prediction.options)]) {
      expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
    const wrong = Object.keys(prose.wrongAnswers);
    if (folder !== "celebrity-lab") {
      expect(wrong.filter((key) => !/^([A-Z]|naive)$/.test(key))).toEqual([]);
    }
  });

  it("claim only facts that exist", () => {
    const known = new Set<FactId>([...Object.values(CURRICULUM).flat(), ...SUPPLEMENTS]);
    expect(homes(prose).filter((fact) => !known.has(fact))).toEqual([]);
  });

  it("mark corrections, supplements and glosses as what they are", () => {
    for (const { id, kind, facts: tagged, text } of prose.factCards) {
      const letters = new Set(tagged.map((fact) => fact[0]));
      if (kind === "correction") expect(letters, id).toContain("X");
      if (kind === "supplement") expect(text, id).toMatch(/not in the (chapter|notes)/i);
      if (kind === "gloss") expect(text, id).toMatch(/\p{Script=Hangul}/u);
      else expect(letters, id).not.toContain("K");
    }
  });
});

describe("all levels together", () => {
  it("never use an id twice", () => {
    const ids = [...proses.values()].flatMap((prose) =>
      Object.values(numbered(prose)).flatMap((items) => items.map(({ id }) => id)),
    );
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("give every fact of the curriculum a home", () => {
    const housed = new Set([...proses.values()].flatMap(homes));
    const complete = Object.keys(CURRICULUM).every((folder) => proses.has(folder));
    const owed = Object.entries(CURRICULUM).flatMap(([folder, rows]) => (proses.has(folder) ? rows : []));
    const homeless = [...owed, ...(complete ? SUPPLEMENTS : [])].filter((fact) => !housed.has(fact));
    if (homeless.length > 0) console.log(`Facts without a home: ${homeless.join(" ")}`);
    expect(homeless).toEqual([]);
  });

  it("present every supplement as such, on a card that says so", () => {
    const cards = [...proses.values()].flatMap(({ factCards }) => factCards);
    const marked = new Set(cards.filter(({ kind }) => kind === "supplement").flatMap((card) => card.facts));
    const housed = new Set([...proses.values()].flatMap(homes));
    expect(SUPPLEMENTS.filter((fact) => housed.has(fact) && !marked.has(fact))).toEqual([]);
  });

  it("ask for every fact that deserves a question", () => {
    const asked = new Set(
      [...proses.values()].flatMap((prose) =>
        [...prose.questions, ...prose.cards].flatMap(({ facts: tagged }) => tagged),
      ),
    );
    const owed = new Set(
      Object.entries(CURRICULUM).flatMap(([folder, rows]) => (proses.has(folder) ? rows : [])),
    );
    const unasked = ASKED.filter((fact) => owed.has(fact) && !asked.has(fact));
    if (unasked.length > 0) console.log(`Facts that nobody asks for: ${unasked.join(" ")}`);
    expect(unasked).toEqual([]);
  });
});

/** Every text of a level with where it stands and how many characters its place on the screen holds. */
function lengths(prose: LevelProse): { where: string; text: string; atMost: number }[] {
  const place = (where: string, text: string, atMost: number) => ({ where, text, atMost });
  return [
    place("title", prose.title, 40),
    place("promise", prose.promise, 60),
    place("story", prose.story, 320),
    ...chapterOf(prose).flatMap(({ id, title, text }) => [
      place(`${id} title`, title, 40),
      place(id, text, 420),
    ]),
    ...prose.figures.map(({ id, title }) => place(`${id} title`, title, 60)),
    place("sentence", prose.sentence.text, 200),
    place("sentence from", prose.sentence.from, 60),
    place("prediction", prose.prediction.question, 200),
    ...Object.entries(prose.prediction.options).map(([key, text]) => place(`option ${key}`, text, 70)),
    place("explanation", prose.prediction.explanation, 420),
    ...prose.hints.map((text, index) => place(`hint ${index + 1}`, text, 280)),
    ...Object.entries(prose.events).map(([key, text]) => place(`event ${key}`, text, 60)),
    ...Object.entries(prose.wrongAnswers).flatMap(([key, { title, why }]) => [
      place(`wrong answer ${key}`, title, 60),
      place(`wrong answer ${key}, why`, why, 300),
    ]),
    place("star 2", prose.stars.two, 100),
    place("star 3", prose.stars.three, 100),
    place("debrief", prose.debrief, 420),
    ...prose.questions.flatMap(({ id, question, answer }) => [
      place(id, question, 160),
      place(`${id} answer`, answer, 420),
    ]),
    ...prose.cards.flatMap(({ id, question, answer }) => [
      place(id, question, 120),
      place(`${id} answer`, answer, 200),
    ]),
    ...prose.factCards.map(({ id, text }) => place(id, text, 420)),
  ];
}

/** The facts for which this level has a passage, a picture, a question or a card. */
function homes(prose: LevelProse): FactId[] {
  return Object.values(numbered(prose)).flatMap((items) => items.flatMap(({ facts: tagged }) => tagged));
}

/** Everything that carries an id and facts, by the letter in its ids. */
function numbered(prose: LevelProse): Record<string, readonly { id: string; facts: readonly FactId[] }[]> {
  return { p: chapterOf(prose), d: prose.figures, q: prose.questions, c: prose.cards, f: prose.factCards };
}

function range(letter: "F" | "X" | "S" | "D" | "K", from: number, to: number): FactId[] {
  return Array.from({ length: to - from + 1 }, (_, index): FactId => `${letter}${from + index}`);
}

function facts(numbers: string): FactId[] {
  return numbers.match(/\d+/g)!.map((number): FactId => `F${Number(number)}`);
}
