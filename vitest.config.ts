import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { NODE_ENV: "production" },
    setupFiles: ["test/helpers/fixed-seed.ts"],
  },
});
