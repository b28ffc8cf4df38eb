/**
 * Writes the game as one page, dist-web/index.html: it asks for nothing from anywhere and opens from a disk too.
 *
 *   node scripts/build-web.mjs            writes it
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { workedOut } from "./build.mjs";
import { throughDoors } from "./doors.mjs";
import { licences } from "./licences.mjs";
import { linked } from "./web/link.mjs";
import { packed } from "./web/pack.mjs";
import { shortened } from "./web/shorten.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What a page may weigh on its way, in bytes, compressed by gzip: see docs/decisions. */
export const gzipMax = 350_000;

const entryPoints = { page: "src/web/page.ts", working: "src/web/working.ts" };

/** What is there from the first moment: the title, and what it says. Everything else is packed. */
const first = ["src/web/page.ts", "src/words/en/opening.ts", "src/words/en/page.ts"];
/** What is unpacked next: all that is needed to play. */
const next = [
  "src/web/working.ts",
  "src/web/workers.ts",
  "src/web/links.ts",
  "src/ui/game.ts",
  "src/levels/index.ts",
  "src/words/en/index.ts",
  "src/words/en/texts.ts",
  "src/words/en/unread.ts",
];

/** Builds the page. Returns its text and what it weighs compressed, in bytes. */
export async function buildPage({ root = ROOT, plugins = [] } = {}) {
  const esbuild = await import("esbuild");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const shared = { absWorkingDir: root, bundle: true, write: false, charset: "utf8", logLevel: "warning" };
  const script = {
    ...shared,
    platform: "browser",
    target: ["chrome115", "firefox116", "safari17"],
    minify: true,
    legalComments: "inline",
    alias: { "string-width": join(root, "src/present/cell-width.ts") },
    define: { __ZTM_VERSION__: JSON.stringify(version) },
  };
  const [chunks, runtime, styles, { page }, oracle] = await Promise.all([
    esbuild.build({
      ...script,
      entryPoints,
      format: "esm",
      splitting: true,
      outdir: "chunks",
      metafile: true,
      plugins: [...plugins, workedOut(esbuild), throughDoors],
    }),
    esbuild.build({ ...script, entryPoints: ["src/web/index.ts"], format: "iife", globalName: "chunks" }),
    esbuild.build({ ...shared, entryPoints: ["src/web/page.css"], minify: true }),
    moduleOf(esbuild, shared, 'export * from "./src/words/en/page.ts";'),
    moduleOf(
      esbuild,
      shared,
      'export * from "./src/web/packed/foresight.ts";export * from "./src/web/packed/unpack.ts";',
    ),
  ]);
  const [start, ...later] = partsOf(chunks);
  // Text of programs and text for readers tell little of each other: two threads unpack them side by side.
  const blocks = await Promise.all(
    [false, true].map((areWords) =>
      Promise.all(
        later.map((part) =>
          shortened(`"use strict";${scriptOf(part.filter((chunk) => chunk.areWords === areWords))}`),
        ),
      ),
    ),
  );
  const parts = blocks.flat();
  const style = styles.outputFiles[0].text.trim();
  const opening = await shortened(
    `"use strict";${runtime.outputFiles[0].text.trim()}\n${scriptOf(start)}chunks.begin();`,
  );
  const policy = policyOf([opening, ...parts], style);
  const html = filled(readFileSync(join(root, "src/web/page.html"), "utf8"), [
    ["<!--licences-->", `<!--\n${withoutComments(licences(root, chunks.metafile))}-->`],
    ['content="policy"', `content="${policy}"`],
    ["<title>name<", `<title>${page.name}<`],
    ["<p>noScript<", `<p>${page.noScript}<`],
    ["<style><", `<style>${style}<`],
    ["<script><", `<script>${withoutEnd(opening)}<`],
    ["packed<", `${blocks.map((block) => packed(block, oracle)).join(" ")}<`],
  ]);
  return { html, gzipBytes: gzipSync(html, { level: 9 }).length, opening, parts, metafile: chunks.metafile };
}

/** A script would end in the middle of itself with these words in it. */
function withoutEnd(script) {
  if (/<!--|<\/script/i.test(script)) throw new Error("the script would end in the middle of itself");
  return script;
}

/** A comment would end in the middle of itself with these signs in it. */
function withoutComments(text) {
  if (/-->|--!>|<!--/.test(text)) throw new Error("the comment would end in the middle of itself");
  return text;
}

const scriptOf = (chunks) => chunks.map(({ script }) => script).join("");

/** A file of a language. */
const wordsFile = /\/en[./]|-en\.ts$/;

/** Whether most of a chunk comes from files of a language. */
function areWords(inputs) {
  const bytes = Object.entries(inputs).map(([path, { bytesInOutput }]) =>
    wordsFile.test(path) ? bytesInOutput : -bytesInOutput,
  );
  return bytes.reduce((sum, each) => sum + each, 0) > 0;
}

/** The chunks as scripts, in parts, those first that are needed first. */
function partsOf({ outputFiles, metafile }) {
  const outputs = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [basename(path, ".js"), output]),
  );
  const chunks = new Map(
    outputFiles.map(({ path, text }) => {
      const name = basename(path, ".js");
      return [name, { ...linked(name, text.trim()), areWords: areWords(outputs.get(name).inputs) }];
    }),
  );
  const entries = new Map([...outputs].map(([name, { entryPoint }]) => [entryPoint, name]));
  const all = reachable(chunks, Object.keys(entryPoints));
  const taken = new Set();
  /** A chunk and all that it needs at once, these first. */
  const withNeeds = (name) => {
    if (taken.has(name)) return [];
    taken.add(name);
    const chunk = chunks.get(name);
    return [...chunk.needs.flatMap(withNeeds), chunk];
  };
  const entryOf = (path) => {
    const name = entries.get(path);
    if (name === undefined) throw new Error(`${path} is no chunk of the page`);
    return name;
  };
  return [first.map(entryOf), next.map(entryOf), all].map((names) => names.flatMap(withNeeds));
}

/** The chunks that somebody can come to want: esbuild makes one of each import() that it reads, wanted or not. */
function reachable(chunks, from) {
  const names = new Set(from);
  for (const name of names) {
    const { needs, fetches } = chunks.get(name);
    for (const each of [...needs, ...fetches]) names.add(each);
  }
  return [...names];
}

/** The page with each of its gaps filled: a gap that is not there is a mistake. */
function filled(page, gaps) {
  return gaps.reduce((text, [gap, content]) => {
    if (!text.includes(gap)) throw new Error(`src/web/page.html has no ${gap}`);
    return text.replace(gap, () => content);
  }, page);
}

/** Modules of the project, for the build itself. */
async function moduleOf(esbuild, shared, contents) {
  const { outputFiles } = await esbuild.build({
    ...shared,
    stdin: { contents, resolveDir: shared.absWorkingDir, loader: "ts" },
    format: "esm",
    platform: "neutral",
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}

/** Nothing is allowed but these scripts, this style, and threads that the scripts start of their own text. */
function policyOf(scripts, style) {
  const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(" ")}`,
    `style-src ${hashOf(style)}`,
    "worker-src blob:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

async function main() {
  try {
    const { html, gzipBytes } = await buildPage();
    mkdirSync(join(ROOT, "dist-web"), { recursive: true });
    writeFileSync(join(ROOT, "dist-web/index.html"), html);
    const kb = (bytes) => `${Math.round(bytes / 1000)} KB`;
    console.error(
      `built dist-web/index.html: ${kb(Buffer.byteLength(html))}, ${kb(gzipBytes)} compressed (gzip)`,
    );
    if (gzipBytes > gzipMax) throw new Error(`it may weigh ${kb(gzipMax)} at most`);
  } catch (error) {
    console.error(`build-web: ${error.message}`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
