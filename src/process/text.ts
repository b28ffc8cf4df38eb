/** Text as people's tools write it: with byte order marks, in UTF-16, with a comment at the top. */

/** What is odd about bytes: UTF-16, or from which line on they are no text that we know. */
export type Oddity = { readonly code: "utf-16" } | { readonly code: "not-utf-8"; readonly line: number };

export interface FileText {
  readonly text: string;
  readonly oddity?: Oddity;
  /** The bytes are no text that we know; `text` has marks in the place of what could not be read. */
  readonly isBroken: boolean;
}

/** Reads bytes as UTF-8, or as UTF-16 where they say or show so (PowerShell writes it with `>`). */
export function textOf(bytes: Uint8Array): FileText {
  const utf16 = utf16Of(bytes);
  if (utf16)
    return { text: new TextDecoder(utf16).decode(bytes), oddity: { code: "utf-16" }, isBroken: false };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), isBroken: false };
  } catch {
    const text = new TextDecoder("utf-8").decode(bytes);
    const line = text.slice(0, text.indexOf("\uFFFD")).split("\n").length;
    return { text, oddity: { code: "not-utf-8", line }, isBroken: true };
  }
}

/** The kind of UTF-16 that bytes are in, by their mark or because every other one is zero. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (bytes.length < 4) return undefined;
  const zeros = [0, 1].map((odd) => bytes.subarray(0, 64).filter((byte, at) => at % 2 === odd && byte === 0));
  const half = Math.floor(Math.min(64, bytes.length) / 2);
  if (zeros[1]!.length > half * 0.8) return "utf-16le";
  return zeros[0]!.length > half * 0.8 ? "utf-16be" : undefined;
}

/** Text without control characters, so that nothing from a file or an argument moves the cursor. */
export function plain(text: string, length = 80): string {
  const clean = text.replace(
    /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    "?",
  );
  return clean.length > length ? `${clean.slice(0, length - 1)}…` : clean;
}
