import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Tests of what is pure: their files may follow each other in one process, and load it once. None of them mocks. */
export const pure = ["exact", "game", "levels", "present", "sim", "solver", "words"];

const among = (folders: string) => [`test/${folders}/**/*.test.ts`, `test/${folders}/**/*.test.tsx`];

export default defineConfig({
  test: {
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
