/** The colors of a film, in the codes that every terminal and every player of casts knows. */
import { type MeaningStyle, palettes } from "../ui/frame/palettes.ts";
import { meanings, type Paint, type Theme } from "../ui/frame/theme.ts";
import { darkPicture, lightPicture } from "./svg.ts";

const codes = { bold: [1, 22], dim: [2, 22], underline: [4, 24], inverse: [7, 27] } as const;

function painted(open: string, close: string): Paint {
  const [begin, end] = [`\u001B[${open}m`, `\u001B[${close}m`];
  // What ends inside goes on as it was outside.
  return (text) => (text === "" ? text : begin + text.replaceAll(end, begin) + end);
}

function paint({ hex, style = [] }: MeaningStyle): Paint {
  const color = hex && [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(";");
  const paints = [
    ...(color ? [painted(`38;2;${color}`, "39")] : []),
    ...style.map((modifier) => painted(...(codes[modifier].map(String) as [string, string]))),
  ];
  return (text) => paints.reduce((done, each) => each(done), text);
}

const dark = palettes.dark;

/** Films are drawn for a dark background; a picture has a twin of every color for a light one. */
export const filmTheme: Theme = {
  ...(Object.fromEntries(meanings.map((meaning) => [meaning, paint(dark[meaning])])) as Record<
    (typeof meanings)[number],
    Paint
  >),
  inverse: paint({ style: ["inverse"] }),
  name: "dark",
};

/** What a color of the dark theme is on a light background. */
export const lightTwins: ReadonlyMap<string, string> = new Map([
  [darkPicture.text, lightPicture.text],
  [darkPicture.background, lightPicture.background],
  ...meanings.flatMap((meaning) => {
    const [from, to] = [dark[meaning].hex, palettes.light[meaning].hex];
    return from === undefined || to === undefined ? [] : [[from, to] as const];
  }),
]);
