/** The game in a page: its words, its progress, its host, and the game upon them. */
import { catalog } from "../levels/catalog.ts";
import { PatientStore } from "../saves/anywhere.ts";
import { openOn } from "../ui/opening.ts";
import {
  languageOf,
  loadCliWords,
  loadInterviews,
  loadLadders,
  loadPageWords,
  loadTexts,
  loadWords,
} from "../words/index.ts";
import { Controls } from "./controls.ts";
import { PageHost } from "./host.ts";
import { PageStore, storeName } from "./store.ts";
import { workersOf } from "./workers.ts";

/** Opens the page. `script` is its own text, for its working threads. */
export async function openPage(script: string): Promise<void> {
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
  const [words, pageWords] = await Promise.all([loadWords(language), loadPageWords(language)]);
  const controls = new Controls(pageWords);
  const host = new PageHost(
    controls.parts,
    { theme: settings.theme, still: settings.reducedMotion },
    controls.isNarrow,
    () => controls.over(),
  );
  controls.join(host);
  const usage = async () => (await loadCliWords(language)).usage;
  controls.addFiles({
    async save() {
      const { download, exported, exportName } = await import("./files.ts");
      download(exportName, exported(store));
      controls.say(pageWords.saved({ file: exportName }));
    },
    async load(file) {
      const { imported } = await import("./files.ts");
      controls.say(await imported(file, store, words, usage));
      host.press({ paste: "" }); // so that the game looks what is saved now
    },
  });
  window.addEventListener("hashchange", () => location.reload());
  const mapRows = catalog.map(({ id }) => ({ kind: "lesson" as const, id }));
  openOn(host, {
    words,
    title: {
      save,
      mapRows,
      notices: store.notices,
      ...(store.trouble ? { unsaved: store.trouble } : {}),
    },
    fetchGame: async () => {
      await painted();
      const [{ addressOf }, { playOn }, { lessonsIn }, { prose, glossary }, pool] = await Promise.all([
        import("./links.ts"),
        import("../ui/game.ts"),
        import("../levels/index.ts"),
        loadTexts(language),
        workersOf(script),
      ]);
      const { link, sandbox, said } = addressOf(location);
      if (said) controls.say(said(await loadCliWords(language)));
      return (at, keys) =>
        playOn(at, {
          ...{ store, words, lessons: lessonsIn(prose), glossary, keys },
          ...{ link, sandbox },
          workforce: pool && (() => Promise.resolve(pool)),
          fetchFilms: async () => (await import("../film/index.ts")).makeFilm,
          fetchLadders: () => loadLadders(language),
          fetchInterviews: async () => {
            const bundle = [loadInterviews(language), loadLadders(language), usage()] as const;
            const [texts, ladders, said] = await Promise.all(bundle);
            return { texts, ladders, usage: said };
          },
        });
    },
  });
}

/** The title is seen before the game behind it is unpacked. A page that nobody looks at is never painted. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });
}
