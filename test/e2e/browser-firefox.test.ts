/** The page in Firefox as Debian has it, from a disk. */
import { expect, test } from "vitest";
import { describeInBrowser } from "../helpers/browser.ts";
import { toMap } from "../helpers/play-page.ts";

describeInBrowser("firefox", "the game in Firefox", ({ opened }) => {
  test("level 1 is won by keys, and is won still after a reload", async () => {
    const open = await opened();
    const { page, shows, keys } = open;
    await toMap(open);
    await keys("Enter", "Enter");
    await shows(/SHOP/);
    // A domain, and the larger box.
    await keys("ArrowRight", "ArrowDown", "ArrowRight", "ArrowRight", "Enter");
    await shows(/BEFORE YOU RUN/);
    await keys("Tab");
    await shows(/ of 600 s/);
    await keys("End");
    await shows(/to the debrief/);
    await keys("Enter");
    await shows(/✓ PASSED/);
    await page.waitForFunction(() => /"passed":\s*true/.test(localStorage.getItem("zero-to-millions") ?? ""));
    await page.reload();
    await shows(/1 of 14/);
    expect(open.wrong).toEqual([]);
    await open.context.close();
  });
});
