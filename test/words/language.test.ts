/** Languages: chosen by a flag, complete, and without words that nobody says. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { languages } from "../../src/words/index.ts";
import { play } from "../helpers/command-line.ts";

const src = fileURLToPath(new URL("../../src", import.meta.url));

test("English is offered alone, and asking for it changes nothing", async () => {
  expect(languages).toEqual(["en"]);
  expect(await play("levels", "--language", "en")).toEqual(await play("levels"));
});

test("a language that the game does not speak is one line with those that it does", async () => {
  const { code, out, err } = await play("levels", "--language", "tlh");
  expect([code, out, err]).toEqual([2, "", "play: --language tlh: expected en\n"]);
});

test("every word of the contract is said somewhere", () => {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const read = (file: string) => readFileSync(join(src, file), "utf8");
  const page = readFileSync(join(src, "../scripts/build-web.mjs"), "utf8");
  const said = [...files.filter((file) => !file.startsWith("words")).map(read), page].join("\n");
  const dead = files
    .filter((file) => /^words[\\/]contract[\\/]/.test(file))
    .flatMap((file) =>
      [...read(file).matchAll(/^ {2}(?:readonly )?(\w+)(?:\(|\?|:)/gm)].map(([, name]) => name as string),
    )
    .filter((name) => !new RegExp(`\\b${name}\\b`).test(said));
  expect(dead).toEqual([]);
});
