/** A page of a browser as a host of the game. */
import { toAscii } from "../present/glyphs.ts";
import type { Asked, Drawn } from "../ui/frame/menu.ts";
import type { Theme } from "../ui/frame/theme.ts";
import type { Delivery, Host, Look, MadeFile, Room } from "../ui/host.ts";
import type { KeyEvent } from "../ui/keys/events.ts";
import type { KeyText } from "../ui/keys/keymap.ts";
import { download } from "./files.ts";
import { keyAt } from "./pointed-key.ts";
import { fitted, pushedTo } from "./room.ts";
import { Rows } from "./rows.ts";
import { focusIn } from "./seek.ts";
import { inksOf, pageTheme } from "./theme.ts";
import { tellIn } from "./told.ts";

/** Where the page shows what. */
export interface PageParts {
  readonly picture: HTMLElement;
  readonly told: HTMLElement;
}

/** What the player has chosen, over what the browser says. */
export interface Wishes {
  readonly theme?: Theme["name"] | undefined;
  readonly still?: boolean | undefined;
  /** Plain characters only. */
  readonly ascii?: boolean | undefined;
}

/** The letters' height of a row of the picture, as a part of their size: boxes meet above each other. */
const rowHeight = 1.2;
/** Letters as large as these are measured: small ones are rounded. */
const measuredPx = 100;

export class PageHost implements Host {
  room: Room = { columns: 80, rows: 24 };
  look: Look;
  /** Hears what can be done on each new screen. */
  onAsked: (asked: Asked) => void = () => {};
  /** The screen in words, or as a picture. */
  readonly #parts: PageParts;
  readonly #wishes: Wishes;
  readonly #rows: Rows;
  readonly #pen: CanvasRenderingContext2D | null = document.createElement("canvas").getContext("2d");
  readonly #resized = new Set<() => void>();
  readonly #heard = new Set<(event: KeyEvent) => void>();
  readonly #turns = new MessageChannel();
  readonly #tasks = new Map<number, () => void>();
  readonly #onExit: () => void;
  #lastTask = 0;
  #screen: Drawn = { lines: [] };
  #asked: Asked = { keys: [], isTyping: false };
  #cellPx = 0;
  /** The next screen answers a key. */
  #isAnswer = false;
  /** Screens are not shown for now. */
  #isHeld = false;

  constructor(parts: PageParts, wishes: Wishes, isSpoken: boolean, onExit: () => void) {
    this.#parts = parts;
    this.#wishes = wishes;
    this.#onExit = onExit;
    this.#rows = new Rows(document, parts.picture, (text, cells) => this.#fits(text, cells));
    this.#turns.port1.onmessage = ({ data }) => {
      const task = this.#tasks.get(data);
      this.#tasks.delete(data);
      task?.();
    };
    this.look = this.#lookNow(isSpoken);
    this.#measure();
    for (const query of [dark, calm]) query.addEventListener("change", () => this.seeAgain());
    // The window, the browser's zoom, and what stands below the picture: all of them change the room that it has.
    new ResizeObserver(() => this.#remeasure()).observe(parts.picture.parentElement!);
  }

  /** The lines on view. */
  get lines(): readonly string[] {
    return this.#screen.lines;
  }

  onResize(listener: () => void): () => void {
    this.#resized.add(listener);
    return () => this.#resized.delete(listener);
  }

  onKey(listener: (event: KeyEvent) => void): () => void {
    this.#heard.add(listener);
    return () => this.#heard.delete(listener);
  }

  /** A key, whatever it comes from. */
  press(event: KeyEvent): void {
    this.#isAnswer = true;
    for (const listener of this.#heard) listener(event);
  }

  /**
   * A key; resolves to the lines that follow it. What it changes is drawn in the next turn, which is asked for while it
   * is heard: when a turn asked for after it has come, there is nothing to wait for, however slow the device is.
   */
  pressed(event: KeyEvent): Promise<readonly string[]> {
    this.press(event);
    return new Promise((resolve) => this.later(() => resolve(this.lines), 0));
  }

  /** Screens on the way to another are not shown: of those that come while something is done, only the last. */
  async unseen<T>(doing: () => Promise<T>): Promise<T> {
    this.#isHeld = true;
    try {
      return await doing();
    } finally {
      this.#isHeld = false;
      this.#bring();
    }
  }

  draw(screen: Drawn): void {
    const lines = this.look.unicode ? screen.lines : screen.lines.map(toAscii);
    this.#screen = { ...screen, lines };
    if (!this.#isHeld) this.#bring();
  }

  now(): number {
    return Date.now();
  }

  later(task: () => void, ms: number): () => void {
    if (ms > 0) {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    }
    const id = ++this.#lastTask;
    this.#tasks.set(id, task);
    this.#turns.port2.postMessage(id);
    return () => this.#tasks.delete(id);
  }

  /** The page's address, where others can open it: one on a disk they cannot. */
  get address(): string | undefined {
    return location.protocol === "file:" ? undefined : location.origin + location.pathname;
  }

  async give({ name, text }: MadeFile): Promise<Delivery> {
    download(name, text);
    return { place: name };
  }

  exit(): void {
    this.#onExit();
  }

  /** The screen in words, or as a picture. */
  speak(isSpoken: boolean): void {
    this.look = this.#lookNow(isSpoken);
    this.seeAgain();
  }

  /** Whether eighty columns are more than the window has room for. */
  get isWider(): boolean {
    return (
      !this.look.spoken &&
      this.room.columns * this.#cellPx > this.#parts.picture.parentElement!.clientWidth + 1
    );
  }

  /** What the browser says of colours and motion is looked at again, and everything drawn anew. */
  seeAgain(): void {
    this.look = this.#lookNow(this.look.spoken);
    this.#rows.forget();
    this.#measure();
    for (const listener of this.#resized) listener();
  }

  /** The cell of the picture at a place of the window. */
  cellAt(x: number, y: number): { readonly row: number; readonly column: number } {
    const { left, top, height } = this.#parts.picture.getBoundingClientRect();
    return {
      row: Math.floor((y - top) / (height / Math.max(1, this.lines.length))),
      column: Math.floor((x - left) / this.#cellPx),
    };
  }

  /** Brings the latest screen before the player. */
  #bring(): void {
    const { lines, asks } = this.#screen;
    if (this.look.spoken) this.#tell(lines);
    else this.#show(lines);
    this.#isAnswer = false;
    if (!asks) return;
    this.#asked = asks();
    this.onAsked(this.#asked);
  }

  /** The key that the picture names at a place of the window. */
  keyAt(x: number, y: number): KeyText | undefined {
    const { spoken, unicode } = this.look;
    return spoken ? undefined : keyAt(this.cellAt(x, y), this.lines, this.#asked.keys, unicode);
  }

  /** What a key has brought into focus is brought on view, where the picture is larger than the window. */
  #show(lines: readonly string[]): void {
    this.#rows.show(lines);
    const focus = this.#isAnswer && this.isWider ? focusIn(lines) : undefined;
    if (!focus) return;
    const frame = this.#parts.picture.parentElement!;
    // A cell on either side shows that nothing of it is cut off.
    const stretch = { from: (focus.from - 1) * this.#cellPx, to: (focus.to + 1) * this.#cellPx };
    frame.scrollLeft = pushedTo({ at: frame.scrollLeft, length: frame.clientWidth }, stretch);
  }

  /** Another screen is read from its start; of the same one what is new is brought on view. */
  #tell(lines: readonly string[]): void {
    const { told } = this.#parts;
    const frame = told.parentElement!;
    const isAtEnd = frame.scrollTop + frame.clientHeight >= frame.scrollHeight - 1;
    const { kept, fresh } = tellIn(document, told, lines);
    if (kept < fresh.length) frame.scrollTop = 0;
    // What comes by itself pushes away nothing that is being read.
    else if (this.#isAnswer || isAtEnd) fresh.at(-1)?.scrollIntoView({ block: "nearest" });
  }

  #lookNow(spoken: boolean): Look {
    const name = this.#wishes.theme ?? (dark.matches ? "dark" : "light");
    const still = spoken || (this.#wishes.still ?? calm.matches);
    const root = document.documentElement;
    root.dataset.theme = name;
    for (const [property, hex] of inksOf(name)) root.style.setProperty(property, hex);
    this.#parts.picture.hidden = spoken;
    this.#parts.told.hidden = !spoken;
    return { theme: pageTheme(name), unicode: !this.#wishes.ascii, still, spoken };
  }

  #remeasure(): void {
    const { columns, rows } = this.room;
    const before = this.#cellPx;
    this.#measure();
    if (this.#cellPx !== before) this.#rows.forget();
    else if (this.room.columns === columns && this.room.rows === rows) return;
    for (const listener of this.#resized) listener();
  }

  /** Measures the window and the letters, and sets how large these are and how many fit. */
  #measure(): void {
    const { picture } = this.#parts;
    const frame = picture.parentElement!;
    const { clientWidth: width, clientHeight: height } = frame;
    const wide = this.#widthOf("0".repeat(10), measuredPx) / 10 / measuredPx || 0.6;
    const liked = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    const { letterPx, rowPx, room } = fitted(
      { width, height, density: devicePixelRatio },
      { width: wide, height: rowHeight },
      liked,
    );
    picture.style.fontSize = `${letterPx}px`;
    picture.style.lineHeight = `${rowPx}px`;
    // What is less than a row is left at the top as at the bottom: no letters touch the window's edge.
    picture.style.marginTop = `${Math.max(0, Math.floor((height - room.rows * rowPx) / 2))}px`;
    this.#cellPx = letterPx * wide;
    // A font of this size may be rounded: what is missing of a cell stands between letters, or bars would have seams.
    picture.style.letterSpacing = `${this.#cellPx - (this.#drawnPx() || this.#cellPx)}px`;
    // As wide as its room, however short the lines on view are: what is in the middle of them is in the window's.
    picture.style.width = `${room.columns * this.#cellPx}px`;
    picture.style.setProperty("--cell", `${this.#cellPx}px`);
    this.room = room;
  }

  #widthOf(text: string, px: number): number {
    const pen = this.#pen;
    if (!pen) return 0;
    pen.font = `${px}px ${getComputedStyle(this.#parts.picture).fontFamily}`;
    return pen.measureText(text).width;
  }

  /** The width of a letter as the page draws it, in CSS pixels; 0 while the picture is hidden. */
  #drawnPx(): number {
    const letters = document.createElement("span");
    letters.textContent = "0".repeat(100);
    letters.style.cssText = "position: absolute; visibility: hidden; letter-spacing: 0";
    this.#parts.picture.append(letters);
    const { width } = letters.getBoundingClientRect();
    letters.remove();
    return width / 100;
  }

  #fits(text: string, cells: number): boolean {
    const cell = this.#widthOf("0".repeat(10), measuredPx) / 10;
    return Math.abs(this.#widthOf(text, measuredPx) - cells * cell) < 0.5;
  }
}

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
