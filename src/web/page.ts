/** The game in a page: its words, its progress, its host, and the game upon them. */
import { catalog } from "../levels/catalog.ts";
import { plain } from "../process/text.ts";
import { PatientStore } from "../saves/anywhere.ts";
import { openOn } from "../ui/opening.ts";
import {
  languageOf,
  loadInterviews,
  loadLadders,
  loadOpeningWords,
  loadPageWords,
  loadTexts,
  loadUnread,
  loadWords,
} from "../words/index.ts";
import type { Carrier } from "./carrier.ts";
import { Controls } from "./controls.ts";
import { PageHost } from "./host.ts";
import { PageStore, storeName } from "./store.ts";

/** Opens the page. `carrier` brings what comes after the title. */
export async function openPage({ workers }: Pick<Carrier, "workers">): Promise<void> {
  const kept = new PageStore(
    () => localStorage,
    () => new Date(),
  );
  const store = new PatientStore(kept);
  // Whether anything can be kept shows before it matters.
  store.update((save) => ({ ...save }));
  window.addEventListener("storage", ({ key, newValue }) => {
    if (key === storeName) kept.takeIn(newValue);
  });
  const save = store.read();
  const { settings } = save;
  const language = languageOf(settings.language, ...navigator.languages.map((each) => each.slice(0, 2)));
  const [opening, pageWords] = await Promise.all([loadOpeningWords(language), loadPageWords(language)]);
  const controls = new Controls(pageWords);
  const host = new PageHost(
    controls.parts,
    { theme: settings.theme, still: settings.reducedMotion, ascii: settings.ascii },
    controls.isNarrow,
    () => controls.over(),
  );
  controls.join(host);
  const tellBroken = (error: unknown) => {
    const message = plain(error instanceof Error ? error.message : String(error), 80);
    controls.say(pageWords.broken({ message }));
  };
  // What a browser only remarks on has no error in it.
  window.addEventListener("error", ({ error }) => error && tellBroken(error));
  window.addEventListener("unhandledrejection", ({ reason }) => tellBroken(reason));
  const unread = () => loadUnread(language);
  controls.addFiles({
    async save() {
      const { download, exported, exportName } = await import("./files.ts");
      download(exportName, exported(store));
      controls.say(pageWords.saved({ file: exportName }));
    },
    async load(file) {
      const { imported } = await import("./files.ts");
      const told = await imported(file, store, opening, unread);
      host.press({ paste: "" }); // so that the game looks what is saved now
      controls.say(told);
    },
  });
  window.addEventListener("hashchange", () => location.reload());
  const mapRows = catalog.map(({ id }) => ({ kind: "lesson" as const, id }));
  openOn(host, {
    words: opening,
    title: {
      save,
      mapRows,
      notices: store.notices,
      ...(store.trouble ? { unsaved: store.trouble } : {}),
    },
    fetchGame: async () => {
      const stopHearing = host.onKey(() => controls.say(pageWords.unpacking));
      const [
        { workersOf },
        { addressOf },
        { playOn },
        { lessonsIn },
        words,
        { prose, glossary },
        startWorker,
      ] = await Promise.all([
        import("./workers.ts"),
        import("./links.ts"),
        import("../ui/game.ts"),
        import("../levels/index.ts"),
        loadWords(language),
        loadTexts(language),
        workers,
      ]);
      stopHearing();
      controls.say("");
      const pool = startWorker && workersOf(startWorker);
      if (!pool) controls.say(pageWords.noThreads);
      const { link, sandbox, said } = addressOf(location);
      if (said) controls.say(said(await unread()));
      return (at, keys) =>
        playOn(at, {
          ...{ store, words, lessons: lessonsIn(prose), glossary, keys },
          ...{ link, sandbox },
          workforce: pool && (() => Promise.resolve(pool)),
          fetchFilms: async () => (await import("../film/index.ts")).makeFilm,
          fetchLadders: () => loadLadders(language),
          fetchInterviews: async () => {
            const bundle = [loadInterviews(language), loadLadders(language), unread()] as const;
            const [texts, ladders, usage] = await Promise.all(bundle);
            return { texts, ladders, usage };
          },
        });
    },
  });
}
