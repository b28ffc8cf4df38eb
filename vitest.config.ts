import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Tests of what is pure: their files may follow each other in one process, and load it once. None of them mocks. */
export const pure = ["exact", "game", "levels", "present", "sim", "solver", "words"];

const among = (folders: string) => [`test/${folders}/**/*.test.ts`, `test/${folders}/**/*.test.tsx`];

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
      { extends: true, test: { name: "pure", include: among(`{${pure.join()}}`), isolate: false } },
      {
        extends: true,
        test: {
          name: "world",
          include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
          exclude: among(`{${pure.join()},deep,e2e}`),
        },
      },
      { extends: true, test: { name: "long", include: among("{deep,e2e}") } },
    ],
  },
});
