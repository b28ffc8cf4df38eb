/**
 * The script of the page, and of its threads: who reads it shows in what is there. It knows the chunks that are in it
 * and fetches the others, which the page carries packed.
 */
import { Carrier } from "./carrier.ts";
import { Chunks } from "./chunks.ts";
import { workAsThread } from "./thread.ts";

const chunks = new Chunks();

export const { add, fetch } = chunks;

/** Begins, once the chunks of this script are known. */
export function begin(): void {
  if (typeof document === "undefined") workAsThread(fetch);
  else {
    const carrier = new Carrier(document.currentScript?.textContent ?? "", chunks);
    void fetch("page").then((page) => (page as typeof import("./page.ts")).openPage(carrier));
  }
}
