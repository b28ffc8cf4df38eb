/** The page in real browsers. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Metafile } from "esbuild";
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import type { Room } from "../../src/ui/host.ts";
import { chromium, type Engine, firefox } from "./engines.ts";
import { describeOnlyWhen } from "./only-when.ts";

/** The page as a file, as `npm run web` writes it, in a folder of its own. */
export interface BuiltPage {
  readonly folder: string;
  /** Its address, which asks for no server. */
  readonly address: string;
  readonly html: string;
  /** The packages of others that are in it. */
  readonly packages: readonly string[];
}

/** Builds the page. */
export async function builtPage(): Promise<BuiltPage & { readonly remove: () => void }> {
  const { buildPage } = await import(new URL("../../scripts/build-web.mjs", import.meta.url).href);
  const folder = mkdtempSync(join(tmpdir(), "ztm-page-"));
  const { html, metafile } = await buildPage();
  writeFileSync(join(folder, "index.html"), html);
  return {
    ...{
      folder,
      html,
      packages: packagesOf(metafile),
      address: pathToFileURL(join(folder, "index.html")).href,
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function packagesOf({ outputs }: Metafile): string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const names = inputs.flatMap(([path, { bytesInOutput }]) => {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
    return name !== undefined && bytesInOutput > 0 ? [name] : [];
  });
  return [...new Set(names)];
}

export interface OpenOptions extends BrowserContextOptions {
  /** A context that has other pages already: one browser with several tabs. */
  readonly context?: BrowserContext;
  /** Done with the page before it is opened. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** Another page than the one that was built. */
  readonly address?: string;
}

/** A page that is open, and what a player does with it. */
export interface OpenPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong in it, and what it asked of the world. */
  readonly wrong: string[];
  /** What the game shows. */
  readonly text: () => Promise<string>;
  /** Waits until the game shows it. */
  readonly shows: (pattern: RegExp) => Promise<unknown>;
  readonly keys: (...all: readonly string[]) => Promise<void>;
  /** A finger on an element, or on a place of the page. */
  readonly tap: (locator: Locator) => Promise<void>;
  readonly tapAt: (x: number, y: number) => Promise<void>;
  /** The rows of the picture, without what only fills up, and how many cells it has. */
  readonly lines: () => Promise<readonly string[]>;
  readonly room: () => Promise<Room>;
}

/** Lays a text into the browser's storage before the page is opened, unless there is one already. */
export const having =
  ([name, text]: readonly [name: string, text: string]) =>
  (page: Page) =>
    page.addInitScript(
      ([key, value]) => {
        // A browser begins with an empty page, which has no storage.
        if (location.protocol !== "file:") return;
        if (localStorage.getItem(key!) === null) localStorage.setItem(key!, value!);
      },
      [name, text],
    );

/** What tests in a browser have: what was built, and the way to open it. */
export interface InBrowser {
  readonly built: () => BuiltPage;
  readonly context: (options: BrowserContextOptions) => Promise<BrowserContext>;
  /** All cases in the first browser; in another, which runs the same script, one in so many, and all with `WHOLE=1`. */
  readonly some: <T>(cases: readonly T[], oneIn: number) => readonly T[];
  /** Opens the page at an address (`#CODE`, `?lab=…`); what goes wrong in it, or leaves it, is kept. */
  readonly opened: (at?: string, options?: OpenOptions) => Promise<OpenPage>;
}

/** Tests of the page in Chromium and in Firefox; skipped, with a reason, where one is missing. */
export function describeInBrowsers(title: string, tests: (browser: InBrowser) => void): void {
  describe(title, () => {
    let page: Awaited<ReturnType<typeof builtPage>>;
    beforeAll(async () => {
      page = await builtPage();
    }, 300_000);
    afterAll(() => page?.remove());
    for (const engine of [chromium, firefox]) describeIn(engine, () => page, tests);
  });
}

function describeIn(engine: Engine, built: () => BuiltPage, tests: (browser: InBrowser) => void): void {
  if (engine.isNeeded && !engine.isHere && process.env.E2E_REQUIRED === "1") throw new Error(engine.missing);
  describeOnlyWhen(
    engine.isHere,
    engine.missing,
    engine.isNeeded,
  )(`in ${engine.name}`, () => {
    const launched = new Map<string, Promise<Browser>>();
    const browser = (options: BrowserContextOptions) => {
      const start = JSON.stringify(engine.atStart.map((name) => options[name]));
      const one = launched.get(start) ?? engine.launch(options);
      launched.set(start, one);
      return one;
    };
    afterAll(async () => {
      for (const one of launched.values()) await (await one).close();
    });
    const context = async (options: BrowserContextOptions) =>
      (await browser(options)).newContext({ ...options, ...engine.options });
    const isWhole = engine.isNeeded || process.env.WHOLE === "1";
    tests({
      built,
      context,
      some: (cases, oneIn) => (isWhole ? cases : cases.filter((_, i) => i % oneIn === 0)),
      opened: (at = "", options = {}) => openIn(context, built(), at, engine, options),
    });
  });
}

async function openIn(
  contextOf: InBrowser["context"],
  built: BuiltPage,
  at: string,
  engine: Engine,
  { context: shared, before, address = built.address, ...options }: OpenOptions,
): Promise<OpenPage> {
  const context = shared ?? (await contextOf({ viewport: { width: 1280, height: 720 }, ...options }));
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("request", (request) => {
    if (!/^(?:file|blob|data):/.test(request.url())) wrong.push(request.url());
  });
  await before?.(page);
  await page.goto(address + at);
  const text = () => page.evaluate(() => document.getElementById("game")?.innerText ?? "");
  const shows = (pattern: RegExp) =>
    page.waitForFunction(
      ([source, flag]) => new RegExp(source!, flag).test(document.getElementById("game")?.innerText ?? ""),
      [pattern.source, pattern.flags],
      { timeout: 120_000 },
    );
  const keys = async (...all: readonly string[]) => {
    for (const key of all) await page.keyboard.press(key);
  };
  const rows = () =>
    page.evaluate(() => [...document.querySelectorAll("#picture > div")].map((row) => row.textContent ?? ""));
  const lines = async () => (await rows()).map((row) => row.trimEnd());
  const room = async () => {
    const all = await rows();
    return { columns: Math.max(...all.map((row) => [...row].length)), rows: all.length };
  };
  await shows(/\S/);
  const tapAt = (x: number, y: number) => engine.tapAt(page, x, y);
  return { context, page, wrong, text, shows, keys, lines, room, tap: engine.tap, tapAt };
}
