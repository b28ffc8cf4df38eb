/** What somebody has typed, as a number or as letters. */

const suffixes: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9, b: 1e9 };

/** The first number of an answer: "12,000", "12 000/s", "≈ 1.5 M", "3e4"; undefined where there is none. */
export function numberIn(text: string): number | undefined {
  const plain = text.normalize("NFKC").replace(/(\d)[,_ '](?=\d{3}(?!\d))/g, "$1");
  const found = /(\d+(?:\.\d+)?|\.\d+)(?:e([+-]?\d{1,2}))?\s*([kmgb](?![a-z]))?/i.exec(plain);
  if (!found) return undefined;
  const [, digits = "", power = "0", suffix = ""] = found;
  const value = Number(`${digits}e${power}`) * (suffixes[suffix.toLowerCase()] ?? 1);
  return Number.isFinite(value) ? value : undefined;
}

/** The letters of an order: "c a b", "C,A,B", "cab". */
export function lettersIn(text: string): string[] {
  const plain = text.normalize("NFKC").toLowerCase();
  return /^[a-z](?:[\s,;>→-]*[a-z])*$/.test(plain.trim()) ? (plain.match(/[a-z]/g) ?? []) : [];
}

/** The n-th letter, from "a" on. */
export function letterAt(at: number): string {
  return String.fromCharCode("a".charCodeAt(0) + at);
}
