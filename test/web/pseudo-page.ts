/** The page around the game in the made-up language, for a browser: its tools, its sentences, and the keys of each screen. */
import { footer } from "../../src/ui/keys/footer.ts";
import { contexts } from "../../src/ui/keys/keymap.ts";
import { Controls } from "../../src/web/controls.ts";
import { PageHost } from "../../src/web/host.ts";
import { page, words } from "../helpers/pseudo-language.ts";

const controls = new Controls(page);
const host = new PageHost(controls.parts, {}, controls.isNarrow, () => controls.over());
controls.join(host);
controls.addFiles({ save() {}, load() {} });

/** What a sentence is given stands between these signs. */
const given = "⟨1⟩";

export const sentences: readonly string[] = [
  page.over,
  page.unpacking,
  page.noThreads,
  page.wider,
  page.saved({ file: given }),
  page.broken({ message: given }),
];

export const screens: readonly string[] = contexts;

/** Says a sentence. */
export function say(at: number): void {
  controls.say(sentences[at] ?? "");
}

/** Shows what a screen's footer has. */
export function showKeys(at: number): void {
  const context = contexts[at]!;
  host.draw({ lines: [], asks: () => ({ keys: footer(words.keys, context), isTyping: true }) });
}

/** The game was left. */
export function leave(): void {
  host.exit();
}
