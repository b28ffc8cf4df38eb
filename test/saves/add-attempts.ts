/** Run as a process of its own: adds attempts to one shared level and to one level of its own. */
import { emptyLevel, openSaves } from "../../src/saves/index.ts";

const [directory = "", own = "", times = "0"] = process.argv.slice(2);
const store = await openSaves({ directory, env: {}, packageRoot: directory });
for (let n = 0; n < Number(times); n++) {
  store.update((save) => {
    const levels = { ...save.levels };
    for (const id of ["shared", own]) {
      const level = levels[id] ?? emptyLevel();
      levels[id] = { ...level, attempts: level.attempts + 1 };
    }
    return { ...save, levels };
  });
}
if (store.notices.length > 0) throw new Error(JSON.stringify(store.notices));
