/**
 * Looks at a program's screen: runs it in a terminal, presses keys, writes pictures.
 *
 *   npx tsx scripts/look.ts --size 120x40 --keys "down enter wait:500 shot" --out screens/board -- node dist/play.js
 *
 * Keys are names (`down`, `enter`, `ctrl-c`), characters, `type:text`, `wait:ms`, `see:text` (spaces as `_`),
 * and `shot`, which takes a picture. One more is taken at the end: `<out>.svg`, and `<out>-1.svg` … for
 * the shots. Where `rsvg-convert` is installed a PNG is written beside each.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { darkPicture, lightPicture, screenToSvg } from "../src/film/svg.ts";
import { TestTerminal, wait } from "../test/helpers/terminal.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: "string", default: "80x24" },
    keys: { type: "string", default: "wait:1500" },
    out: { type: "string", default: "screen" },
    env: { type: "string", multiple: true, default: [] },
    light: { type: "boolean", default: false },
    text: { type: "boolean", default: false },
  },
});

const [columns = 80, rows = 24] = values.size.split("x").map(Number);
const terminal = TestTerminal.open({
  command: positionals,
  columns,
  rows,
  env: Object.fromEntries(values.env.map((pair) => [pair.split("=")[0]!, pair.slice(pair.indexOf("=") + 1)])),
});

let shots = 0;
try {
  for (const key of values.keys.split(" ").filter(Boolean)) await act(key);
  await wait(200);
  picture(values.out);
} finally {
  terminal.close();
}

async function act(key: string): Promise<void> {
  const [name, argument] = [key.split(":")[0]!, key.slice(key.indexOf(":") + 1)];
  const isCall = key.length > 1 && key.includes(":");
  if (key === "shot") return picture(`${values.out}-${++shots}`);
  if (isCall && name === "wait") return wait(Number(argument));
  if (isCall && name === "type") return terminal.type(argument);
  if (isCall && name === "see") return terminal.see(argument.replaceAll("_", " "));
  await terminal.press(key);
  await wait(60);
}

function picture(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (values.text) console.log(terminal.picture());
  const svg = screenToSvg(terminal.styledScreen(), {
    title: positionals.join(" "),
    colors: values.light ? lightPicture : darkPicture,
  });
  writeFileSync(`${path}.svg`, svg);
  const png = spawnSync("rsvg-convert", ["--zoom", "1.5", "-o", `${path}.png`, `${path}.svg`]);
  console.log(
    png.status === 0 ? `${path}.svg ${path}.png` : `${path}.svg (no PNG: rsvg-convert is not installed)`,
  );
}
