/**
 * Bundles the game into dist/: the door that every Node can read (dist/play.js), the entry behind it, one for each
 * kind of thread, and chunks that load when they are needed, so that a headless command never loads the screen.
 *
 *   node scripts/build.mjs             builds
 *   node scripts/build.mjs --if-stale  builds unless dist/ was made from exactly these sources
 */
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { throughDoors } from "./doors.mjs";
import { licences } from "./licences.mjs";
import { joinStart } from "./together.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const STAMP = ".build-stamp.json";

/**
 * Some bundled packages are CommonJS and ask for Node's own modules with `require`, which ESM lacks. They all do so
 * through one helper of esbuild's, and only the file with the helper keeps this line: it is not for nothing.
 */
const REQUIRE_BANNER =
  'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);';

/** Bundles into `outdir`. Returns the names of the files written, their total size, and what is in each. */
export async function build({ root = ROOT, outdir = join(root, "dist") } = {}) {
  const esbuild = await import("esbuild");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const stub = join(root, "scripts/unused-stub.mjs");
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: {
      main: "src/main.ts",
      command: "src/cli/thread.ts",
      worker: "src/threads/worker.ts",
      real: "src/real/child.ts",
    },
    outdir,
    write: false,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    // Names stay readable in the stack trace of a bug report.
    minifySyntax: true,
    minifyWhitespace: true,
    keepNames: false,
    legalComments: "external",
    plugins: [workedOut(esbuild), throughDoors],
    metafile: true,
    logLevel: "warning",
    banner: { js: REQUIRE_BANNER },
    // Ink can load React's devtools and their web socket, conf a checker of schemas; the game never asks them to.
    // One way to count cells for the screens and for Ink, and one that costs nothing until it is needed.
    alias: {
      "react-devtools-core": stub,
      ws: stub,
      "ajv/dist/2020.js": stub,
      "ajv-formats": stub,
      "string-width": join(root, "src/present/cell-width.ts"),
    },
    define: {
      // React chooses its build when it loads; the development one leaks memory with every frame.
      "process.env.NODE_ENV": '"production"',
      __ZTM_VERSION__: JSON.stringify(version),
    },
  });

  const files = new Map();
  let comments = "";
  for (const { path, text } of result.outputFiles) {
    const name = relative(outdir, path).replaceAll("\\", "/");
    if (name.endsWith(".LEGAL.txt")) comments += `${text.trim()}\n\n`;
    else files.set(name, text.includes("typeof require") ? text : text.replace(REQUIRE_BANNER, ""));
  }
  await joinStart(esbuild, files, "main.js");
  files.set("THIRD-PARTY-LICENCES.txt", licences(root, result.metafile, comments));
  files.set("play.js", `#!/usr/bin/env node\n${readFileSync(join(root, "src/start.js"), "utf8")}`);
  // A stack's programs are taken along as they are, so that whoever runs them can read them.
  const programs = join(root, "src/stack/app");
  for (const name of readdirSync(programs))
    files.set(`stack/${name}`, readFileSync(join(programs, name), "utf8"));
  install(outdir, files, hashSources(root));
  const bytes = [...files.values()].reduce((sum, text) => sum + text.length, 0);
  const outputs = Object.fromEntries(
    Object.entries(result.metafile.outputs).map(([path, output]) => [join(root, path), output]),
  );
  return { files: [...files.keys()], bytes, outputs };
}

/** A plugin: of the levels' catalog the bundle gets the figures, not the levels that they come from. */
export function workedOut(esbuild) {
  return {
    name: "worked-out",
    setup(build) {
      build.onLoad({ filter: /[\\/]levels[\\/]catalog\.ts$/ }, async ({ path }) => {
        const { outputFiles } = await esbuild.build({
          entryPoints: [path],
          write: false,
          bundle: true,
          platform: "node",
          format: "esm",
        });
        const code = Buffer.from(outputFiles[0].contents).toString("base64");
        const values = await import(`data:text/javascript;base64,${code}`);
        const lines = Object.entries(values).map(
          ([name, value]) => `export const ${name}=${JSON.stringify(value)};`,
        );
        return { contents: lines.join("\n"), loader: "js" };
      });
    },
  };
}

/**
 * Puts the files in place, the entries last and each in one step, so that whoever starts the game during a build
 * gets the old one or the new one. Then removes what no longer belongs.
 */
function install(outdir, files, hash) {
  rmSync(join(outdir, STAMP), { force: true });
  const isEntry = (name) => !name.includes("/");
  const names = [...files.keys()].sort((a, b) => Number(isEntry(a)) - Number(isEntry(b)));
  for (const name of names) {
    const path = join(outdir, name);
    const fresh = `${path}.${process.pid}.new`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(fresh, files.get(name));
    if (name === "play.js") chmodSync(fresh, 0o755);
    renameSync(fresh, path);
  }
  for (const name of listFiles(outdir)) {
    if (!files.has(name) && !name.endsWith(".new")) rmSync(join(outdir, name), { force: true });
  }
  writeFileSync(join(outdir, STAMP), `${JSON.stringify({ hash, files: names }, undefined, 2)}\n`);
}

/** Whether dist/ was built from exactly these sources. Content counts, not times: `git checkout` changes times. */
function isFresh(root, outdir) {
  try {
    const stamp = JSON.parse(readFileSync(join(outdir, STAMP), "utf8"));
    return stamp.hash === hashSources(root) && stamp.files.every((name) => existsSync(join(outdir, name)));
  } catch {
    return false;
  }
}

/** One hash over all that decides what the bundle is. The lock file stands for the bundled packages. */
function hashSources(root) {
  const hash = createHash("sha256");
  const names = ["package.json", "package-lock.json", "tsconfig.json"];
  for (const folder of ["src", "scripts"]) {
    names.push(...listFiles(join(root, folder)).map((name) => `${folder}/${name}`));
  }
  for (const name of names.filter((name) => existsSync(join(root, name))).sort()) {
    // Line ends may differ from checkout to checkout.
    const text = readFileSync(join(root, name), "utf8").replaceAll("\r\n", "\n");
    hash.update(`${name}\0${text.length}\0`).update(text);
  }
  return hash.digest("hex");
}

function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

const advice = "esbuild is not installed, so the game is not built yet. Run: npm ci --include=dev";

/**
 * What `npx play` starts before anything is installed. npx builds the checkout first, says nothing of what went
 * wrong there, and with some versions of npm never starts the game again; so the build succeeds and this speaks.
 */
function standIn(outdir) {
  mkdirSync(outdir, { recursive: true });
  const path = join(outdir, "play.js");
  const line = "play: the game is not built yet. In its folder run: npm ci";
  writeFileSync(
    path,
    `#!/usr/bin/env node\nconsole.error(${JSON.stringify(line)});\nprocess.exitCode = 2;\n`,
  );
  chmodSync(path, 0o755);
}

async function main() {
  const outdir = join(ROOT, "dist");
  if (process.argv.includes("--if-stale") && isFresh(ROOT, outdir)) return;
  try {
    const startedAt = performance.now();
    const { files, bytes } = await build();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.error(`built dist/: ${files.length} files, ${(bytes / 1e6).toFixed(2)} MB, in ${seconds} s`);
  } catch (error) {
    if (error.code === "ERR_MODULE_NOT_FOUND" && /esbuild/.test(error.message)) {
      // Installed without development packages: a finished bundle is enough to play.
      if (existsSync(join(outdir, "main.js"))) return;
      console.error(`build: ${advice}`);
      if (!process.argv.includes("--if-stale")) process.exitCode = 1;
      else standIn(outdir);
      return;
    }
    console.error(`build: ${error.message}`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
