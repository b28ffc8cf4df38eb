/**
 * Proves that the package is complete: packs it, installs the tarball into an empty folder with no network and
 * an empty cache, and starts the game under both of its names.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNpm } from "./npm.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ALLOWED = [
  /^package\.json$/,
  /^README\.md$/,
  /^LICENSE$/,
  /^dist\/(play|main|command|worker|real)\.js$/,
  /^dist\/chunks\/[\w.-]+\.js$/,
  /^dist\/stack\/\w+\.mjs$/,
  /^dist\/THIRD-PARTY-LICENCES\.txt$/,
];
const NEEDED = [
  "package.json",
  "README.md",
  "LICENSE",
  "dist/play.js",
  "dist/main.js",
  "dist/real.js",
  "dist/stack/web.mjs",
  "dist/THIRD-PARTY-LICENCES.txt",
];
const PACKED_BYTES_MAX = 2_000_000;

const folder = mkdtempSync(join(tmpdir(), "ztm pack "));
try {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  runNpm("npm", ["run", "prepare"], { cwd: ROOT });
  const [pack] = JSON.parse(
    runNpm("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], { cwd: ROOT }),
  );
  for (const { path, size } of pack.files) console.log(`${String(size).padStart(9)}  ${path}`);
  console.log(
    `${String(pack.unpackedSize).padStart(9)}  unpacked, ${pack.size} packed, ${pack.files.length} files`,
  );

  const paths = pack.files.map(({ path }) => path);
  const missing = NEEDED.filter((path) => !paths.includes(path));
  const foreign = paths.filter((path) => !ALLOWED.some((pattern) => pattern.test(path)));
  expect(missing.length === 0, `missing from the package: ${missing.join(", ")}`);
  expect(foreign.length === 0, `does not belong into the package: ${foreign.join(", ")}`);
  expect(pack.size <= PACKED_BYTES_MAX, `the package is larger than ${PACKED_BYTES_MAX} bytes`);

  const app = join(folder, "app");
  mkdirSync(app);
  writeFileSync(join(app, "package.json"), '{"name":"empty","private":true}');
  const offline = ["--offline", "--no-audit", "--no-fund", "--cache", join(folder, "cache")];
  runNpm("npm", ["install", ...offline, join(folder, pack.filename)], { cwd: app });
  const offlineEnv = { npm_config_offline: "true", npm_config_cache: join(folder, "cache") };
  for (const name of ["play", "zero-to-millions"]) {
    const printed = runNpm("npx", [name, "--version"], { cwd: app, env: offlineEnv }).trim();
    expect(
      printed.includes(version),
      `npx ${name} --version printed ${JSON.stringify(printed)}, not ${version}`,
    );
    console.log(`npx ${name} --version: ${printed}`);
  }
  // A design's programs lie beside the command that writes them.
  const out = join(folder, "stack");
  const exported = ["play", "export", "lesson", "--level", "1", "--format", "compose", "--out", out];
  runNpm("npx", exported, { cwd: app, env: offlineEnv });
  expect(existsSync(join(out, "compose.yml")), "npx play export wrote no compose.yml");
} catch (error) {
  console.error(`check:pack: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function expect(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}
