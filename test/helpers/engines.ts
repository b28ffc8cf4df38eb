/** The browsers that the page is tried in, without a window. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";

/** A browser, and how it is come by. */
export interface Engine {
  readonly name: string;
  readonly isHere: boolean;
  readonly missing: string;
  /** Whether a machine that tries everything must have it. */
  readonly isNeeded: boolean;
  /** Options of a context that this browser must know from its start. */
  readonly atStart: readonly (keyof BrowserContextOptions)[];
  readonly launch: (options: BrowserContextOptions) => Promise<Browser>;
  /** Over the options of each context. */
  readonly options: BrowserContextOptions;
  /** A finger on an element, or on a place of the page. */
  readonly tap: (locator: Locator) => Promise<void>;
  readonly tapAt: (page: Page, x: number, y: number) => Promise<void>;
}

const chromiumFlags =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const chromium: Engine = {
  name: "Chromium",
  isHere: existsSync(chromiumPath),
  missing: `needs Chromium, which is not at ${chromiumPath}: install it, or name it with CHROMIUM=PATH`,
  isNeeded: true,
  atStart: [],
  launch: async () =>
    (await import("playwright-core")).chromium.launch({
      executablePath: chromiumPath,
      args: chromiumFlags.split(" "),
    }),
  options: {},
  tap: (locator) => locator.tap(),
  tapAt: (page, x, y) => page.touchscreen.tap(x, y),
};

const firefoxPath = process.env.FIREFOX ?? "/usr/bin/firefox-esr";

/** Firefox fetches nothing for itself. */
const quiet = {
  "app.normandy.enabled": false,
  "app.update.auto": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "messaging-system.rsexperimentloader.enabled": false,
  "toolkit.telemetry.unified": false,
};

/** Without a window there is no mouse: a finger is coarse (1), a mouse is fine and hovers (2 + 4). */
const pointedBy = (capabilities: number) => ({
  "ui.allPointerCapabilities": capabilities,
  "ui.primaryPointerCapabilities": capabilities,
});

/** What its protocol does not emulate yet is a preference (test/helpers/firefox-relay.mjs). */
const prefsOf = ({
  hasTouch,
  colorScheme,
  forcedColors,
  reducedMotion,
  javaScriptEnabled,
}: BrowserContextOptions) => ({
  ...quiet,
  ...(hasTouch ? { "dom.w3c_touch_events.enabled": 1, ...pointedBy(1) } : pointedBy(6)),
  "layout.css.prefers-color-scheme.content-override": colorScheme === "light" ? 1 : 0,
  "browser.display.document_color_use": forcedColors === "active" ? 2 : 0,
  "javascript.enabled": javaScriptEnabled !== false,
  "ui.prefersReducedMotion": reducedMotion === "reduce" ? 1 : 0,
});

export const firefox: Engine = {
  name: "Firefox",
  isHere: existsSync(firefoxPath),
  missing: `needs Firefox, which is not at ${firefoxPath}: install it, or name it with FIREFOX=PATH`,
  isNeeded: false,
  atStart: ["hasTouch", "colorScheme", "forcedColors", "reducedMotion", "javaScriptEnabled"],
  launch: async (options) =>
    (await import("playwright-core")).firefox.launch({
      channel: "moz-firefox",
      executablePath: fileURLToPath(new URL("firefox-relay.mjs", import.meta.url)),
      env: {
        ...process.env,
        FIREFOX: firefoxPath,
        ...(options.hasTouch ? { FIREFOX_TOUCH: "1" } : {}),
      },
      firefoxUserPrefs: prefsOf(options),
    }),
  options: { colorScheme: null, forcedColors: null, reducedMotion: null },
  // Its mouse is a finger then.
  tap: (locator) => locator.click(),
  tapAt: (page, x, y) => page.mouse.click(x, y),
};
