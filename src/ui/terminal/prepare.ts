/**
 * Sets the stage before React and Ink load: import this file, then the screens with `await import()`.
 * (A static import below it is too late in a file with JSX, whose compiled form imports React first.)
 *
 * - React's development build keeps every frame (1,200 frames cost 900 MB), so it must read "production".
 * - Ink shows no frames where it believes itself in CI, and it asks only once, while it loads. With a real
 *   terminal in front of us somebody is looking, whatever `CI` says.
 * - Ink looks for React's devtools where DEV is "true", whoever meant what by it.
 */
export function prepareEnvironment(env: NodeJS.ProcessEnv, hasTerminal: boolean): void {
  env.NODE_ENV = "production";
  delete env.DEV;
  if (!hasTerminal) return;
  delete env.CI;
  delete env.CONTINUOUS_INTEGRATION;
}

prepareEnvironment(process.env, process.stdout.isTTY === true);
