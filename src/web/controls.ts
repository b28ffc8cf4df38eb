/** What stands around the picture: buttons for the keys of the screen, for fingers, and for the files of progress. */
import type { Asked } from "../ui/frame/menu.ts";
import { shownKey } from "../ui/keys/footer.ts";
import { pressOf } from "../ui/keys/keymap.ts";
import type { PageWords } from "../words/contract/page.ts";
import type { PageHost, PageParts } from "./host.ts";
import { keyEventOf } from "./key-events.ts";
import { listenToField, listenToPointers } from "./pointers.ts";

/** In a window of fewer CSS pixels a picture of eighty columns has letters that are too small to read. */
const narrowPx = 480;

export class Controls {
  readonly parts: PageParts = { picture: byId("picture"), told: byId("told") };
  readonly #words: PageWords;
  readonly #keys = byId("keys");
  readonly #field = byId("field") as HTMLInputElement;
  readonly #said = byId("said");
  #shown = "";
  /** Whether the picture was wider than the window when that was last looked at: it is said once. */
  #wasWider = false;
  #asked: Asked = { keys: [], isTyping: false };
  #host: PageHost | undefined;

  constructor(words: PageWords) {
    this.#words = words;
    document.title = words.name;
    byId("file").setAttribute("aria-label", words.fromFile);
    const game = byId("game");
    game.tabIndex = 0;
    game.setAttribute("aria-label", words.name);
    this.#keys.setAttribute("aria-label", words.keys);
    byId("tools").setAttribute("aria-label", words.tools);
    this.#field.setAttribute("aria-label", words.field);
    this.#field.placeholder = words.field;
  }

  /** Whether a picture would be too small to read. */
  get isNarrow(): boolean {
    return window.innerWidth < narrowPx;
  }

  /** Says something beside the game, in one line. */
  say(text: string): void {
    this.#said.textContent = text;
  }

  /** Begins to listen for the host, and to show what its screens ask for. */
  join(host: PageHost): void {
    this.#host = host;
    host.onAsked = (asked) => this.#show(asked);
    host.onResize(() => this.#tellWidth(host.isWider));
    // What was said before a key is known when it is pressed, wherever it comes from.
    host.onKey(() => this.say(""));
    document.addEventListener("keydown", (event) => this.#hear(event));
    document.addEventListener("paste", (event) => {
      const text = event.clipboardData?.getData("text/plain");
      if (text && event.target !== this.#field) host.press({ paste: text.slice(0, pasteMax) });
    });
    listenToPointers(byId("game"), host);
    listenToField(this.#field, (event) => host.press(event));
    const asWords = tool("asWords", this.#words.asWords, () => {
      host.speak(!host.look.spoken);
      this.#nameSpeech(asWords);
    });
    this.#nameSpeech(asWords);
  }

  /** Buttons for progress as a file; one that is dropped on the page is loaded too. */
  addFiles({ save, load }: { readonly save: () => void; readonly load: (file: File) => void }): void {
    const chooser = byId("file") as HTMLInputElement;
    tool("save", this.#words.toFile, save);
    tool("load", this.#words.fromFile, () => chooser.click());
    chooser.addEventListener("change", () => {
      const [file] = chooser.files ?? [];
      chooser.value = "";
      if (file) load(file);
    });
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file) load(file);
    });
  }

  /** The game was left. */
  over(): void {
    this.say(this.#words.over);
    this.#show({ keys: [], isTyping: false });
    this.#keys.replaceChildren(button(this.#words.again, () => location.reload()));
  }

  #tellWidth(isWider: boolean): void {
    const { wider } = this.#words;
    if (isWider && !this.#wasWider) this.say(wider);
    else if (!isWider && this.#said.textContent === wider) this.say("");
    this.#wasWider = isWider;
  }

  #nameSpeech(control: HTMLElement): void {
    control.textContent = this.#host?.look.spoken ? this.#words.asPicture : this.#words.asWords;
  }

  #hear(event: KeyboardEvent): void {
    const { target } = event;
    // A button in focus is pressed by these keys, and the field has its own ears.
    if (target === this.#field && event.key !== "Escape") return;
    if (target instanceof HTMLButtonElement && ["Enter", " ", "Tab"].includes(event.key)) return;
    const isTabWanted = this.#asked.keys.some(({ first }) => first.includes("tab"));
    const press = keyEventOf(event, isTabWanted);
    if (!press) return;
    event.preventDefault();
    this.#host?.press(press);
  }

  /** Buttons for what the footer has; they are made anew only when it is another. */
  #show(asked: Asked): void {
    this.#asked = asked;
    const key = JSON.stringify(asked);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#field.hidden = !asked.isTyping;
    const buttons = asked.keys.flatMap(({ first, label, disabled }) =>
      first.map((each, at) => {
        const made = button("", () => this.#host?.press(pressOf(each)));
        const sign = document.createElement("b");
        sign.textContent = shownKey(each, this.#host?.look.unicode);
        const isLast = at === first.length - 1;
        made.replaceChildren(sign, ...(isLast ? [` ${label}`] : []));
        made.setAttribute("aria-label", `${label}: ${sign.textContent}`);
        if (disabled !== undefined) made.title = disabled;
        return made;
      }),
    );
    const inFocus = [...this.#keys.children].indexOf(document.activeElement as Element);
    this.#keys.replaceChildren(...buttons);
    (buttons[inFocus] ?? undefined)?.focus();
  }
}

/** Longer than any text that the game takes. */
const pasteMax = 65_536;

function byId(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act);
  // A finger or a mouse on it leaves the keyboard where it is.
  made.addEventListener("pointerdown", (event) => event.preventDefault());
  return made;
}

function tool(id: string, text: string, act: () => void): HTMLButtonElement {
  const made = button(text, act);
  made.id = id;
  byId("tools").append(made);
  return made;
}
