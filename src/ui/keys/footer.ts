/** The line at the bottom that names the keys of a screen, drawn from the keymap. */
import { truncate, width } from "../../present/cells.ts";
import type { KeyWords } from "../../words/contract/keys.ts";
import { bindings, type Command, type Context, type KeyText } from "./keymap.ts";

export interface FooterItem {
  /** The commands under one label (up and down share theirs). */
  readonly commands: readonly Command[];
  /** The keys as shown: `↑↓`, `⏎`, `u`. */
  readonly keys: string;
  /** The first key of each command. */
  readonly first: readonly KeyText[];
  readonly label: string;
  /** Why the command cannot be used now. */
  readonly disabled?: string;
}

export interface FooterOptions {
  /** Commands that cannot be used now, with the reason. */
  readonly disabled?: Partial<Record<Command, string>>;
  /** Commands to leave out. */
  readonly hidden?: readonly Command[];
  readonly unicode?: boolean;
}

const SHOWN: Readonly<Record<KeyText, string>> = {
  up: "↑",
  down: "↓",
  left: "←",
  right: "→",
  enter: "⏎",
  space: "␣",
  escape: "esc",
};
const SHOWN_ASCII: Readonly<Record<KeyText, string>> = {
  up: "^",
  down: "v",
  left: "<",
  right: ">",
  enter: "enter",
  space: "space",
  escape: "esc",
};

/** A key as the screen names it. */
export function shownKey(key: KeyText, unicode = true): string {
  const name = unicode ? (SHOWN[key] ?? key) : key === "escape" ? "esc" : key;
  return name.startsWith("ctrl-") ? `ctrl ${name.slice(5)}` : name;
}

/** A key as the footer names it: as short as can be. */
export function signOf(key: KeyText, unicode: boolean): string {
  return (unicode ? SHOWN : SHOWN_ASCII)[key] ?? key;
}

/** What the footer of a context says, in order. Commands with the same label stand together. */
export function footer(
  { labels }: KeyWords,
  context: Context,
  options: FooterOptions = {},
): readonly FooterItem[] {
  const { disabled = {}, hidden = [], unicode = true } = options;
  const items: FooterItem[] = [];
  for (const { command, keys } of bindings(context)) {
    const label = labels[context][command];
    if (label === undefined || hidden.includes(command)) continue;
    const first = keys[0]!;
    const text = signOf(first, unicode);
    const last = items.at(-1);
    if (last?.label === label) {
      const joint = /^[a-z0-9.]/i.test(first) && text === first ? " " : "";
      items[items.length - 1] = {
        ...last,
        commands: [...last.commands, command],
        first: [...last.first, first],
        keys: last.keys + joint + text,
      };
      continue;
    }
    const reason = disabled[command];
    items.push({
      commands: [command],
      first: [first],
      keys: text,
      label,
      ...(reason === undefined ? {} : { disabled: reason }),
    });
  }
  return items;
}

type Style = (item: FooterItem) => string;

const plain: Style = (item) => `${item.keys} ${item.label}`;
const gap = "  ";

/**
 * The footer as one line of at most `cells` cells. When not everything fits, what stands last before
 * help gives way: the way to the list of all keys always stays.
 */
export function footerLine(items: readonly FooterItem[], cells: number, style: Style = plain): string {
  const shown = fitting(items, cells, style);
  return truncate(shown.map(style).join(gap), cells);
}

/** What gave way in a footer of so many cells, as far as it fits into so many others; "" where nothing did or does. */
export function footerRest(
  items: readonly FooterItem[],
  cells: number,
  otherCells: number,
  style: Style = plain,
): string {
  const shown = fitting(items, cells, style);
  const rest = items.filter((item) => !shown.includes(item));
  return fitting(rest, otherCells, style).map(style).join(gap);
}

/** The items that fit into one line; the help, which stands last, in any case. */
function fitting(items: readonly FooterItem[], cells: number, style: Style): FooterItem[] {
  const kept = items.filter((item) => !item.commands.includes("help"));
  const last = items.filter((item) => item.commands.includes("help"));
  while (kept.length > 0 && width([...kept, ...last].map(style).join(gap)) > cells) kept.pop();
  return [...kept, ...last];
}
