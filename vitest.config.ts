import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const among = (folders: string) => [`test/${folders}/**/*.test.ts`, `test/${folders}/**/*.test.tsx`];

const pure = ["cli", "exact", "game", "levels", "present", "rooms", "sim", "solver", "study", "web", "words"];
const shared = [...among(`{${pure.join()}}`), "test/{.,ui}/*.test.ts"];
/**
 * Tests that leave the process as they found it: their files follow each other in one and load it once. Who replaces
 * modules or changes the process stands elsewhere: in `test/process`, `test/ui/terminal`.
 */
export const sharesProcess = new RegExp(`^test/(?:(?:${pure.join("|")})/|(?:ui/)?[^/]+$)`);

/**
 * Lines are wrapped as in the built game, where `cell-width.ts` stands in for string-width: the package's own count
 * took most of the time of every test that draws a screen. Goes with `deps`, so that Vitest loads wrap-ansi itself.
 */
export const oneWayToCount = {
  name: "one-way-to-count-cells",
  enforce: "pre" as const,
  resolveId: (id: string, importer = "") =>
    id === "string-width" && importer.includes("/wrap-ansi/")
      ? fileURLToPath(new URL("src/present/cell-width.ts", import.meta.url))
      : null,
};

export const deps = { inline: ["wrap-ansi"] };

export default defineConfig({
  plugins: [oneWayToCount],
  test: {
    server: { deps },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { NODE_ENV: "production" },
    setupFiles: ["test/helpers/fixed-seed.ts"],
    // By default one core is left to the editor.
    maxWorkers: availableParallelism(),
    projects: [
      { extends: true, test: { name: "pure", include: shared, isolate: false } },
      {
        extends: true,
        test: {
          name: "world",
          include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
          exclude: [...shared, ...among("{deep,e2e}")],
        },
      },
      { extends: true, test: { name: "long", testTimeout: 300_000, include: among("{deep,e2e}") } },
    ],
  },
});
