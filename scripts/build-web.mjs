/**
 * Writes the game as one page, dist-web/index.html: it asks for nothing from anywhere and opens from a disk too.
 *
 *   node scripts/build-web.mjs
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { workedOut } from "./build.mjs";
import { throughDoors } from "./doors.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What a page may weigh on its way, in bytes, compressed by gzip: see docs/decisions. */
export const gzipMax = 540_000;

/** Builds the page. Returns its text and what it weighs compressed, in bytes. */
export async function buildPage({ root = ROOT, plugins = [] } = {}) {
  const esbuild = await import("esbuild");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const shared = { absWorkingDir: root, bundle: true, write: false, charset: "utf8", logLevel: "warning" };
  const scripts = await esbuild.build({
    ...shared,
    entryPoints: ["src/web/index.ts"],
    platform: "browser",
    format: "iife",
    target: ["chrome115", "firefox116", "safari17"],
    minify: true,
    legalComments: "inline",
    plugins: [...plugins, workedOut(esbuild), throughDoors],
    alias: { "string-width": join(root, "src/present/cell-width.ts") },
    define: { __ZTM_VERSION__: JSON.stringify(version) },
  });
  const styles = await esbuild.build({ ...shared, entryPoints: ["src/web/page.css"], minify: true });
  const script = scripts.outputFiles[0].text.trim();
  const style = styles.outputFiles[0].text.trim();
  if (/<!--|<\/script/i.test(script)) throw new Error("the script would end in the middle of itself");
  const { page } = await wordsOf(esbuild, shared);
  const html = filled(readFileSync(join(root, "src/web/page.html"), "utf8"), [
    ['content="policy"', `content="${policyOf(script, style)}"`],
    ["<title>name<", `<title>${page.name}<`],
    ["<p>noScript<", `<p>${page.noScript}<`],
    ["<style><", `<style>${style}<`],
    ["<script><", `<script>${script}<`],
  ]);
  return { html, gzipBytes: gzipSync(html, { level: 9 }).length };
}

/** The page with each of its gaps filled: a gap that is not there is a mistake. */
function filled(page, gaps) {
  return gaps.reduce((text, [gap, content]) => {
    if (!text.includes(gap)) throw new Error(`src/web/page.html has no ${gap}`);
    return text.replace(gap, () => content);
  }, page);
}

/** What the page says before its script has run. */
async function wordsOf(esbuild, shared) {
  const { outputFiles } = await esbuild.build({
    ...shared,
    entryPoints: ["src/words/en/page.ts"],
    format: "esm",
    platform: "neutral",
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}

/** Nothing is allowed but this script, this style, and threads that the script starts of its own text. */
function policyOf(script, style) {
  const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
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
