/** The patient store of progress on disk. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SavesError } from "./errors.ts";
import type { Farewell, Notice, Trouble } from "./findings.ts";
import { CURRENT_FORMAT } from "./migrations.ts";
import { PatientStore } from "./patient.ts";
import { type PlaceOptions, type SavesPlace, savesPlace } from "./place.ts";
import { type FileStore, makeStore, openStore } from "./store.ts";
import { printable } from "./text.ts";

export class PatientFiles extends PatientStore {
  readonly directory: string;
  readonly path: string;

  /** @param trouble what happened when the store was first looked into, if anything */
  constructor(store: FileStore, trouble?: Trouble) {
    super(store, trouble);
    this.directory = store.directory;
    this.path = store.path;
  }

  /**
   * The last try. What still cannot be saved is put where it can, and where is told; undefined when all is saved.
   */
  async close(): Promise<Farewell | undefined> {
    if (this.trouble) this.retry();
    const { trouble } = this;
    if (!trouble || !this.isWaiting) return undefined;
    const place = { directory: join(tmpdir(), `zero-to-millions-${process.pid}`) };
    try {
      const other = await openStore(place, CURRENT_FORMAT);
      other.update(() => this.read());
      return { code: "written", trouble, path: other.path, directory: printable(this.directory) };
    } catch {
      return { code: "lost", trouble };
    }
  }
}

/** Opens the saves where they can be opened, and never fails: what is wrong stands in `trouble` or in a notice. */
export async function openPatiently(options: PlaceOptions): Promise<PatientFiles> {
  const place = savesPlace(options);
  try {
    return new PatientFiles(await openStore(place, CURRENT_FORMAT));
  } catch (error) {
    if (!(error instanceof SavesError)) throw error;
    const { trouble } = error;
    const elsewhere = await openFallback(place, trouble);
    return elsewhere ?? new PatientFiles(await makeStore(place, CURRENT_FORMAT), trouble);
  }
}

/** The player's own place, when the first one belongs to somebody else or is read-only. */
async function openFallback(
  { directory, fallback }: SavesPlace,
  trouble: Trouble,
): Promise<PatientFiles | undefined> {
  const { errno = "" } = "errno" in trouble ? trouble : {};
  if (fallback === undefined || !["EACCES", "EPERM", "EROFS"].includes(errno)) return undefined;
  const notice: Notice = {
    code: "elsewhere",
    directory: printable(directory),
    errno,
    fallback: printable(fallback),
  };
  try {
    return new PatientFiles(await openStore({ directory: fallback, notice }, CURRENT_FORMAT));
  } catch (second) {
    if (!(second instanceof SavesError)) throw second;
    return undefined;
  }
}
