/**
 * The pictures of the README: the game plays on a host that remembers, so the same sources make the same bytes.
 */
import { makeFilm, RecordingHost, screenPicture } from "../src/film/index.ts";
import { filmTheme } from "../src/film/theme.ts";
import { decidingDay, finish, inSlices, recordAll, recordVerdict } from "../src/game/index.ts";
import { findPopulation, lessonsIn } from "../src/levels/index.ts";
import { emptyLevel, emptySave } from "../src/saves/shape.ts";
import { design } from "../src/sim/index.ts";
import { playOn } from "../src/ui/game.ts";
import type { KeyName } from "../src/ui/keys/events.ts";
import { inMemory } from "../src/ui/saving.ts";
import { loadTexts, loadWords } from "../src/words/index.ts";

const words = await loadWords("en");
const lessons = lessonsIn((await loadTexts("en")).prose);

/** The level of the pictures: the cache, with all that came before it. */
const lesson = lessons.find(({ level }) => level.number === 6)!;
/** Its start with two cache nodes: they are lost, and what they caught falls on the copies. */
const line = "dns · lb 2 interval=10s retry · web 8×8 · cache 2 · db 4 + 6×4 zones=AB · kv 1";

/** Every picture, by its name in docs. */
export async function pictures(): Promise<Readonly<Record<string, string>>> {
  return { "film.svg": await film(), ...(await stills()) };
}

async function film(): Promise<string> {
  const { level } = lesson;
  const made = design(line);
  const recording = recordAll(level, made, decidingDay(level, made));
  const verdict = finish(inSlices(level, recordVerdict(made, recording.outcome)));
  const population = (await findPopulation(level.id))!;
  const found = { recording, verdict, population, stars: verdict.stars };
  const run = { lesson, played: { design: made, ...found, practice: false } };
  return finish(makeFilm(words, run, "film"));
}

/** The board and a moment of the run, as somebody comes to them who has passed the levels before. */
async function stills(): Promise<Readonly<Record<string, string>>> {
  const before = lessons.slice(0, lessons.indexOf(lesson));
  const passed = before.map(({ level }, at) => {
    const stars: 2 | 3 = at % 3 === 1 ? 3 : 2;
    const bestCostPerMonth = Math.round(level.budget * 0.9);
    return [level.id, { ...emptyLevel(), passed: true, stars, bestCostPerMonth }] as const;
  });
  const host = new RecordingHost(
    { columns: 110, rows: 32 },
    { theme: filmTheme, unicode: true, still: false, spoken: false },
  );
  const store = inMemory({ ...emptySave(), levels: Object.fromEntries(passed) });
  const stop = playOn(host, { store, words, lessons });
  host.turn();
  const press = (...keys: readonly KeyName[]) => {
    for (const key of keys) {
      host.hear({ key });
      host.turn();
    }
  };
  /** Until nothing moves and nothing is being worked on. */
  const settled = async () => {
    for (let ms = host.sleepsMs(); ms !== undefined; ms = host.sleepsMs()) {
      host.turn(ms);
      await new Promise(setImmediate);
    }
  };
  const picture = (title: string) => screenPicture(host.drawn.at(-1)!.lines, host.room, title);
  press("enter", "enter", "enter");
  await settled();
  press("right", "right");
  const board = picture("The board of level 6: the architecture, the shop, the bill");
  press("enter", "tab");
  host.turn();
  press("home");
  await settled();
  press(...Array<KeyName>(21).fill("right"));
  const run = picture(
    "The run of level 6: a zone is flooded, and the copies that are left cannot carry what the cache misses",
  );
  stop();
  return { "board.svg": board, "run.svg": run };
}
