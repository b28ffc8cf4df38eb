/** The door to the screen: plays the game in this terminal until the player leaves. */
import "./terminal/prepare.ts";
import { catalog } from "../levels/catalog.ts";
import { keepFile } from "../process/new-file.ts";
import { openPatiently, savedLanguage } from "../saves/index.ts";
import type { WantedInterview } from "../study/interview/machine.ts";
import type { Hands } from "../threads/errands.ts";
import {
  type Language,
  languageOf,
  loadInterviews,
  loadLadders,
  loadTexts,
  loadUnread,
  loadWords,
} from "../words/index.ts";
import type { Host } from "./host.ts";
import type { KeyEvent } from "./keys/events.ts";
import type { WantedSandbox } from "./model/sandbox-screens.ts";
import { openOn } from "./opening.ts";

export interface GameOptions {
  /** Where the saves lie; otherwise where they usually do. */
  readonly saves?: string;
  readonly theme?: "dark" | "light";
  readonly language?: Language;
  readonly ascii: boolean;
  readonly noColor: boolean;
  readonly reducedMotion: boolean;
  readonly screenReader: boolean;
  /** The interview that the game is opened at. */
  readonly interview?: WantedInterview;
  /** The sandbox that the game is opened at. */
  readonly sandbox?: WantedSandbox;
  /** The folder of package.json. */
  readonly packageRoot: string;
  /** The file that a working thread runs, where there is one. */
  readonly worker?: URL | undefined;
}

/** Plays until the player leaves. Resolves to the exit code; 3 when there is no terminal. */
export async function playGame(options: GameOptions): Promise<number> {
  // React chooses its build when it loads, so everything that knows it comes after prepare.ts.
  const { checkTerminal, startTerminal, NoTerminalError } = await import("./terminal/index.ts");
  const { stdin, stdout, env } = process;
  const { worker } = options;
  let pool: Promise<Hands> | undefined;
  // Loaded and started when there is something for them to do.
  const workforce =
    worker &&
    (() => {
      pool ??= import("../threads/index.ts").then(({ threadPool }) => threadPool(worker));
      return pool;
    });
  const screenReader = options.screenReader || undefined;
  try {
    checkTerminal({ stdin, stdout, env, flags: { screenReader } }); // before a folder for saves is made
    const { saves, packageRoot } = options;
    const store = await openPatiently({ directory: saves, env, packageRoot });
    const save = store.read();
    const { settings } = save;
    const theme = options.theme ?? settings.theme;
    const language = languageOf(options.language, settings.language);
    const words = await loadWords(language);
    const { notices, trouble } = store;
    const mapRows = catalog.map(({ id }) => ({ kind: "lesson" as const, id }));
    const fetchGame = async () => {
      const game = Promise.all([import("./game.ts"), import("../levels/index.ts"), loadTexts(language)]);
      // Ink takes longest: it comes while the player reads the title, not with the first menu.
      void import("./terminal/shown.tsx");
      const [{ playOn }, { lessonsIn }, { prose, glossary }] = await game;
      return (host: Host, keys: readonly KeyEvent[]) =>
        playOn(host, {
          ...{ store, words, lessons: lessonsIn(prose), glossary, workforce, keys },
          fetchLadders: () => loadLadders(language),
          fetchInterviews: async () => {
            const [texts, ladders, usage] = await Promise.all([
              loadInterviews(language),
              loadLadders(language),
              loadUnread(language),
            ]);
            return { texts, ladders, usage };
          },
          fetchFilms: async () => (await import("../film/index.ts")).makeFilm,
          interview: options.interview,
          sandbox: options.sandbox,
        });
    };
    const code = await startTerminal({
      stdin,
      stdout,
      env,
      flags: {
        ascii: options.ascii || settings.ascii || undefined,
        reducedMotion: options.reducedMotion || settings.reducedMotion || undefined,
        screenReader,
        noColor: options.noColor,
        theme,
      },
      give: async ({ name, text }) => keepFile([...here(env), store.directory], name, text),
      play: (host) =>
        openOn(host, {
          words,
          title: { save, mapRows, notices, ...(trouble ? { unsaved: trouble } : {}) },
          fetchGame,
        }),
    });
    const unsaved = await store.close();
    if (unsaved !== undefined) process.stderr.write(`play: ${words.saves.farewell(unsaved)}\n`);
    return code;
  } catch (error) {
    if (!(error instanceof NoTerminalError)) throw error;
    const saved = savedLanguage({ directory: options.saves, env, packageRoot: options.packageRoot });
    const { problems } = await loadWords(languageOf(options.language, saved));
    process.stderr.write(`play: ${problems.noTerminal(error.missing)}\n`);
    return error.exitCode;
  }
}

/** The folder that the game was started in, unless it is gone: the door has seen it then (src/start.js). */
function here(env: NodeJS.ProcessEnv): readonly string[] {
  return env.ZTM_NO_FOLDER ? [] : [process.cwd()];
}
