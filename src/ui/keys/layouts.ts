/** Keys of other keyboard layouts, so that commands work without switching: what lies where a to z lie. */

const latin = "qwertyuiopasdfghjklzxcvbnm";

/** One character for each of the keys above; a dot where a layout has none of its own there. */
const layouts = [
  "йцукенгшщзфывапролдячсмить", // Russian
  "йцукенгшщзфівапролдячсмить", // Ukrainian
  ".ςερτυθιοπασδφγηξκλζχψωβνμ", // Greek
  "..קראטוןםפשדגכעיחלךזסבהנמצ", // Hebrew
  "ضصثقفغعهخحشسيبلاتنمئءؤر.ىة", // Arabic
  "ๆไำพะัีรนยฟหกดเ้่าสผปแอิืท", // Thai
  "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", // Korean
] as const;

/** Korean letters that have a form of their own with Shift. */
const shifted: readonly (readonly [string, string])[] = [
  ["ㅃ", "Q"],
  ["ㅉ", "W"],
  ["ㄸ", "E"],
  ["ㄲ", "R"],
  ["ㅆ", "T"],
  ["ㅒ", "O"],
  ["ㅖ", "P"],
];

const twins = new Map<string, string>(shifted);
for (const layout of layouts)
  for (const [at, char] of [...layout].entries()) {
    if (char === ".") continue;
    const upper = char.toUpperCase();
    twins.set(char, latin[at]!);
    if (upper !== char) twins.set(upper, latin[at]!.toUpperCase());
  }

/** The character that an English keyboard has on the same key; digits of other scripts and full-width letters too. */
export function toLatin(char: string): string {
  const twin = twins.get(char);
  if (twin !== undefined) return twin;
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x3000) return " ";
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  return code >= 0x6f0 && code <= 0x6f9 ? String(code - 0x6f0) : char;
}
