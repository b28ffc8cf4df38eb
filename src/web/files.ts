/** Progress to a file that the terminal reads too, and from one; and what else the game gives away. */

import { plain } from "../process/text.ts";
import {
  addSave,
  changesOf,
  FILE_BYTES_MAX,
  inspectBytes,
  type PatientStore,
  SAVE_VERSION,
  saveText,
} from "../saves/anywhere.ts";
import { laterState } from "../study/card-state.ts";
import type { UnreadWords, Words } from "../words/index.ts";

/** Gives the reader a file: the browser puts it where downloads lie. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** What a file of progress is called. */
export const exportName = "zero-to-millions.json";

/** Progress as it stands in a file. */
export function exported(store: Pick<PatientStore, "read">): string {
  return `${saveText(store.read())}\n`;
}

/** Adds what a file has to what is saved here. Returns what is to be said of it: what came, or why nothing did. */
export async function imported(
  file: Pick<File, "name" | "size" | "arrayBuffer">,
  store: Pick<PatientStore, "read" | "update" | "trouble">,
  { saves }: Pick<Words, "saves">,
  unread: () => Promise<UnreadWords>,
): Promise<string> {
  const path = plain(file.name, 40);
  if (file.size > FILE_BYTES_MAX)
    return (await unread()).notSave({
      path,
      damages: [{ code: "too-large", limitMb: FILE_BYTES_MAX / 1e6 }],
    });
  const found = inspectBytes(new Uint8Array(await file.arrayBuffer()));
  if (found.state === "newer")
    return (await unread()).newerSave({ path, version: found.version, own: SAVE_VERSION });
  if (found.state === "damaged") return (await unread()).notSave({ path, damages: found.damages });
  const before = store.read();
  const after = store.update((here) => addSave(here, found.save, laterState));
  return store.trouble ? saves.trouble(store.trouble) : saves.imported(changesOf(before, after));
}
