/** Fingers, mice and what is typed without keys: all of it becomes keys. */
import type { KeyEvent, KeyName } from "../ui/keys/events.ts";
import { pressOf } from "../ui/keys/keymap.ts";
import type { PageHost } from "./host.ts";
import { focusIn, seek } from "./seek.ts";

/** How far a finger goes before it swipes, in CSS pixels, and a wheel before it is a key. */
const swipePx = 48;
const wheelPx = 60;

/** Listens to fingers, mice and wheels on the game. */
export function listenToPointers(game: HTMLElement, host: PageHost): void {
  let isSeeking = false;
  let from: { readonly x: number; readonly y: number } | undefined;
  let rolled = 0;
  game.addEventListener("pointerdown", ({ clientX: x, clientY: y }) => {
    from = { x, y };
  });
  game.addEventListener("pointerup", ({ clientX, clientY, pointerType }) => {
    if (!from) return;
    const key = swiped(clientX - from.x, clientY - from.y);
    from = undefined;
    // Where something is in focus, left and right change it: only pages are turned by a swipe.
    if (key && pointerType !== "mouse" && (host.look.spoken || !focusIn(host.lines))) host.press({ key });
  });
  game.addEventListener("click", async ({ clientX, clientY }) => {
    // Who marks text wants to copy it.
    if (isSeeking || host.look.spoken || !window.getSelection()?.isCollapsed) return;
    const named = host.keyAt(clientX, clientY);
    if (named !== undefined) return host.press(pressOf(named));
    isSeeking = true;
    const target = host.cellAt(clientX, clientY);
    const found = await host.unseen(() => seek(target, host.lines, (key) => host.pressed({ key })));
    isSeeking = false;
    if (found === "here") host.press({ key: "enter" });
  });
  game.addEventListener("pointermove", ({ clientX, clientY, pointerType }) => {
    if (pointerType === "mouse") game.classList.toggle("named", host.keyAt(clientX, clientY) !== undefined);
  });
  game.addEventListener(
    "wheel",
    (event) => {
      const { deltaY, ctrlKey } = event;
      const isScrolled = game.scrollHeight > game.clientHeight + 1;
      if (ctrlKey || isScrolled || deltaY === 0) return;
      rolled = Math.sign(deltaY) === Math.sign(rolled) ? rolled + deltaY : deltaY;
      while (Math.abs(rolled) >= wheelPx) {
        host.press({ key: rolled > 0 ? "down" : "up" });
        rolled -= Math.sign(rolled) * wheelPx;
      }
    },
    { passive: true },
  );
}

/** The key that a finger means which has gone so far. */
export function swiped(x: number, y: number): KeyName | undefined {
  if (Math.abs(x) < swipePx || Math.abs(x) < 2 * Math.abs(y)) return undefined;
  return x < 0 ? "right" : "left";
}

/** Listens to a field that is there for the keyboards of phones: it stays empty, what is typed goes to the game. */
export function listenToField(field: HTMLInputElement, press: (event: KeyEvent) => void): void {
  const type = (text: string | null) => {
    for (const char of text ?? "") press(char === " " ? { key: "space", char: " " } : { key: "char", char });
    field.value = "";
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") press({ key: "enter" });
    else if (event.key === "Backspace" && field.value === "") press({ key: "backspace" });
    else return;
    event.preventDefault();
  });
  field.addEventListener("beforeinput", (event) => {
    if (event.isComposing || event.inputType === "insertCompositionText") return;
    event.preventDefault();
    if (event.inputType.startsWith("delete")) press({ key: "backspace" });
    else type(event.data ?? event.dataTransfer?.getData("text/plain") ?? "");
  });
  field.addEventListener("compositionend", ({ data }) => type(data));
}
