/** What every screen has in common when it is told in words. */
import type { Words } from "../../words/index.ts";
import type { FooterItem } from "../keys/footer.ts";

/** A told screen: what it says, and which keys do something on it. */
export function toldLines(
  { spoken }: Pick<Words, "spoken">,
  lines: readonly string[],
  keys: readonly FooterItem[],
): string[] {
  const said = lines.map((line) => line.replaceAll(" → ", spoken.becomes));
  return [...said, keysLine(spoken, keys)];
}

function keysLine({ keys, keysLine }: Words["spoken"], items: readonly FooterItem[]): string {
  const aloud: Readonly<Record<string, string>> = {
    "⏎": keys.enter,
    "␣": keys.space,
    "↑↓": keys.upDown,
    "←→": keys.leftRight,
    esc: keys.escape,
  };
  return keysLine(
    items.map(({ keys: shown, label }) => ({
      keys: aloud[shown] ?? shown.replace(/⏎|␣|↑↓|←→/g, (sign) => aloud[sign]!),
      label,
    })),
  );
}
