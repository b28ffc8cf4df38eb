/** What is kept of a level's proof, and docs/proofs.md, which is made of it. */
import { type Level, spaceSize } from "../src/game/index.ts";
import { grouped, money } from "../src/words/figures.ts";

/** src/levels/NN/proof.json: the last proof of a level over its whole space. */
export interface LevelProof {
  /** Hash of what decides the level's verdicts; see level-hash.ts. */
  readonly provenFrom: string;
  /** Processor time that it took, all threads together. */
  readonly cpuSec: number;
  readonly tried: number;
  readonly passing: number;
  readonly byStars: readonly number[];
  readonly front: number;
  readonly cheapest: { readonly costPerMonth: number; readonly line: string } | null;
  readonly confirmed: { readonly of: number; readonly passed: number };
  /** Values that the shop sells and that make no difference and are no wrong idea, "db.backups on"; left out by older proofs. */
  readonly idle?: readonly string[];
  readonly claims: readonly { readonly claim: string; readonly ok: boolean; readonly got: string }[];
}

export interface PaperRow {
  readonly level: Level;
  readonly title: string;
  readonly proof: LevelProof;
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.map((cell) => (typeof cell === "number" ? grouped(cell) : cell)).join(" | ")} |`;
}

/** docs/proofs.md, from the proofs that there are. */
export function paperOf(rows: readonly PaperRow[]): string {
  const spaces = rows.map(({ level, title, proof }) =>
    row([
      `${level.number} ${title}`,
      spaceSize(level),
      proof.tried,
      proof.passing,
      ...proof.byStars,
      proof.cheapest ? money(proof.cheapest.costPerMonth) : "none",
      money(level.budget),
      `${proof.confirmed.passed} of ${proof.confirmed.of}`,
      proof.front,
      Math.round(proof.cpuSec),
      `\`${proof.provenFrom}\``,
    ]),
  );
  // Older proofs have fewer claims.
  const names = rows.reduce<readonly string[]>(
    (most, { proof }) => (proof.claims.length > most.length ? proof.claims.map(({ claim }) => claim) : most),
    [],
  );
  const claims = rows.map(({ level, proof }) =>
    row([String(level.number), ...proof.claims.map(({ ok, got }) => `${ok ? "✓" : "✗"} ${got}`)]),
  );
  const cheapest = rows.map(({ level, proof: { cheapest: found } }) =>
    row([String(level.number), found ? money(found.costPerMonth) : "none", found ? `\`${found.line}\`` : ""]),
  );
  return `# Proofs over whole spaces

Written by \`npm run prove:all\`, a row a level, each from the sources with the hash in its row (simulator, rules, the
level's numbers); \`npm run proofs:fresh\` says which are no longer the same. The quick claims, which sample, are in
\`test/levels\`.

Every design that a level's shop allows is looked at once: settings that mean nothing in it are left out, and so is
what cannot be played or costs more than the budget before it runs. It is screened with 16 particles in steps of ten ticks; what
is not clearly beyond a goal is run with 64 particles on the first fixed seed (where a level leaves events to chance, on one of each kind of day), in steps of four ticks where they decide
clearly and otherwise in every tick, and counts as passing when it passes there. What a claim depends on is decided as the game decides it: 256 particles, all
five fixed seeds.

## Spaces

| level | combinations | distinct within budget | passing | ★ | ★★ | ★★★ | cheapest | budget | confirmed exactly | on the front | processor seconds | proven from |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
${spaces.join("\n")}

## Claims

- **No pass without the concept**: of all passing designs, and of all without the concept that failed by little, none passes exactly without it.
- **A bigger box never wins**: the start with any other sizes of its boxes and databases, and the design that the level names as its bigger box.
- **No star for fragility**: of all designs with three stars none has a single point of failure that the shop could cure (one balancer, one session node, a database or shards without a copy), and a sample of them, evenly spaced by cost, with the design that the level names, holds the whole [audit](model/audit.md) on another seed than the one on which stars are judged.
- **Same on every seed** (where a level leaves events to the seed: on every day of one kind, or it fails on all days of one kind): every design that the level names has the same number of stars on the five fixed seeds and on twenty days with traffic drawn anew, and one whose decision is not firm by then on eighty days more. Firm means: what has to move for another number of stars (of the goals that are met the nearest to its bound, of those that are missed the farthest) is on average more than six of its own standard deviations over those twenty days from turning. Lamps have no distance; that they are the same on those days is all that is known of them. A failing run is ended once it has for certain lost half as much again as a goal allows.
- **Screening loses nothing**: those it threw away although they were nearest to a goal or to the budget fail exactly.
- **The search tells the truth**: passing designs, evenly spaced by cost, pass exactly.
- **Every offer matters**: for each value that the shop sells there are two affordable designs that differ in that offer alone and have different stars (none, when they fail), or the value is a wrong idea, sold to be tried: a wrong answer that has it, where the lesson has another, is proven to fail (its letter is given). Otherwise the value is named.

| level | ${names.join(" | ")} |
| --- |${" --- |".repeat(names.length)}
${claims.join("\n")}

## The cheapest design that passes

| level | a month | design |
| --- | ---: | --- |
${cheapest.join("\n")}
`;
}
