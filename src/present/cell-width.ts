/**
 * How many cells a text takes. The build puts this in the place of string-width, for Ink too: what a screen is
 * drawn with is counted without Unicode's tables of words, which take longer to load than a command to run.
 */
import { eastAsianWidth } from "get-east-asian-width";

/** Printable ASCII, Latin letters and the boxes, blocks and marks the game draws with. */
const narrow =
  "\\u0020-\\u007E\\u00A0-\\u00AC\\u00AE-\\u02AF\\u1E00-\\u1EFF\\u2010-\\u2027\\u2190-\\u21FF\\u2264\\u2265\\u2500-\\u259F\\u25A0-\\u25CF\\u2605\\u2606\\u2713\\u2717\\u2800-\\u28FF";

/** A text of these takes a cell a character. */
export const ONE_CELL_EACH = new RegExp(`^[${narrow}]*$`);

/** Kana, ideographs, syllables of Hangul and full-width forms: two cells each, and above everything narrow. */
const wideFrom = 0x3041;
const ONE_OR_TWO_EACH = new RegExp(
  `^[${narrow}\\u3041-\\u3096\\u30A1-\\u30FA\\u4E00-\\u9FFF\\uAC00-\\uD7A3\\uFF01-\\uFF60]*$`,
);

const STYLES = /\u001B\[[\d;:]*m/g;

/** The width of a line in cells. Colour codes take none. */
export default function width(line: string): number {
  const bare = line.includes("\u001B") ? line.replace(STYLES, "") : line;
  if (ONE_CELL_EACH.test(bare)) return bare.length;
  if (ONE_OR_TWO_EACH.test(bare)) return lengthWithWide(bare);
  tables ??= {
    clusters: new Intl.Segmenter(),
    visible:
      /[^\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/u,
    // Two signs that are one emoji, a sign made one by its variation selector, or one drawn as such by itself.
    emoji:
      /\p{Emoji_Presentation}|\p{Emoji}\uFE0F|[\d#*]\uFE0F?\u20E3|\p{Extended_Pictographic}.*\u200D.*\p{Extended_Pictographic}/u,
    trailing: /[\p{Spacing_Mark}\uFF00-\uFFEF]/u,
  };
  let cells = 0;
  for (const { segment } of tables.clusters.segment(bare)) {
    const start = segment.search(tables.visible);
    if (start < 0) continue;
    if (tables.emoji.test(segment)) cells += 2;
    else {
      const [base, ...rest] = segment.slice(start);
      for (const each of [base as string, ...rest.filter((each) => tables?.trailing.test(each))])
        cells += eastAsianWidth(each.codePointAt(0) as number);
    }
  }
  return cells;
}

/** Characters that each stand alone, those that are wide counted twice. */
function lengthWithWide(text: string): number {
  let cells = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= wideFrom) cells++;
  return cells;
}

/** Made when a text first needs them. */
let tables:
  | {
      readonly clusters: Intl.Segmenter;
      readonly visible: RegExp;
      readonly emoji: RegExp;
      readonly trailing: RegExp;
    }
  | undefined;
