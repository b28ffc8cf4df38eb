import { Text, useInput } from "ink";
import SelectInput from "ink-select-input";
import { render } from "ink-testing-library";
import { type ReactElement, useReducer, useState } from "react";
import { describe, expect, test } from "vitest";
import { useKeys, useTerminal } from "../../../src/ui/terminal/root.tsx";
import { TooSmall } from "../../../src/ui/terminal/too-small.tsx";
import { renderAt } from "../../helpers/render-at.tsx";

const OFFERS = Array.from({ length: 20 }, (_, at) => ({ label: `offer ${at}`, value: String(at) }));
const TEN_DOWNS = Array<string>(10).fill("down");

function Menu(): ReactElement {
  const [chosen, setChosen] = useState("none");
  return chosen === "none" ? (
    <SelectInput items={OFFERS} onSelect={(item) => setChosen(item.value)} />
  ) : (
    <Text>{`chosen ${chosen}`}</Text>
  );
}

/** A counter that reads its state from the render, as careless code does. */
function Careless(): ReactElement {
  const [count, setCount] = useState(0);
  useKeys((event) => {
    if ("key" in event && event.key === "down") setCount(count + 1);
  });
  return <Text>{`count ${count}`}</Text>;
}

function Size(): ReactElement {
  const { columns, rows, theme } = useTerminal();
  const [heard, hear] = useReducer((keys: number) => keys + 1, 0);
  useKeys(hear);
  return <Text>{theme.bad(`size ${columns}×${rows} heard ${heard}`)}</Text>;
}

describe("keys", () => {
  test("ten Downs at once move a menu ten times, and Enter then chooses there", async () => {
    const screen = renderAt(<Menu />);
    await screen.press(...TEN_DOWNS);
    expect(screen.frame()).toContain("❯ offer 10");
    await screen.press("down", "down", "up", "enter", "down", "enter");
    expect(screen.frame()).toContain("chosen 11");
    screen.unmount();
  });

  test("even a handler that keeps old state misses none", async () => {
    const screen = renderAt(<Careless />);
    await screen.press(...TEN_DOWNS);
    expect(screen.frame()).toContain("count 10");
    screen.unmount();
  });

  test("a handler that is not active hears nothing", async () => {
    function Overlaid(): ReactElement {
      const [open, setOpen] = useState(false);
      const [under, count] = useReducer((keys: number) => keys + 1, 0);
      useKeys(count, { active: !open });
      useKeys((event) => setOpen("key" in event && event.char === "?"));
      return <Text>{`under ${under} ${open ? "open" : "closed"}`}</Text>;
    }
    const screen = renderAt(<Overlaid />);
    await screen.press("?", "x", "y");
    expect(screen.frame()).toContain("under 2 closed"); // the ? itself, and y
    screen.unmount();
  });

  test("Ink's own hook gets canonical keys: Backspace is Backspace, Esc is Esc, one character at a time", async () => {
    const seen: string[] = [];
    function Listener(): ReactElement {
      useInput((input, key) => {
        const name = key.backspace ? "backspace" : key.escape ? "escape" : key.delete ? "delete" : input;
        seen.push(name);
      });
      return <Text>here</Text>;
    }
    const screen = renderAt(<Listener />);
    await screen.press("backspace", "delete", "escape", "a", "b", "ctrl-r", "c");
    expect(seen).toEqual(["backspace", "delete", "escape", "a", "b", "c"]);
    screen.unmount();
  });
});

describe("size", () => {
  test("a component is rendered at any size, and again after a resize", async () => {
    const screen = renderAt(<Size />, { columns: 120, rows: 40 });
    expect(screen.frame()).toContain("size 120×40");
    expect(screen.lines()).toHaveLength(40);
    await screen.resize(80, 24);
    expect(screen.frame()).toContain("size 80×24");
    expect(screen.lines()).toHaveLength(24);
    screen.unmount();
  });

  test("too small a terminal gets one sentence; the game behind it keeps its state and hears no keys", async () => {
    const screen = renderAt(<Size />);
    await screen.press("a", "b");
    await screen.resize(60, 20);
    const sentence = "This game needs 80×24; your terminal is 60×20. Make it larger, or press q to quit.";
    expect(screen.frame().replace(/\s+/g, " ")).toContain(sentence);
    expect(screen.frame()).not.toContain("size");
    await screen.press("c", "enter");
    await screen.resize(80, 24);
    expect(screen.frame()).toContain("size 80×24 heard 2");
    expect(screen.exitCode()).toBeUndefined();
    await screen.resize(79, 24);
    await screen.press("q");
    expect(screen.exitCode()).toBe(0);
    screen.unmount();
  });

  test("a menu under the sentence does not move either", async () => {
    const screen = renderAt(<Menu />, { columns: 40, rows: 10 });
    await screen.press("down", "down");
    await screen.resize(80, 24);
    expect(screen.frame()).toContain("❯ offer 0");
    screen.unmount();
  });

  test("the sentence fits where it must", () => {
    const { lastFrame, unmount } = render(<TooSmall columns={30} rows={6} />);
    expect(
      lastFrame()!
        .split("\n")
        .every((line) => line.length <= 30),
    ).toBe(true);
    expect(lastFrame()).toContain("80×24");
    unmount();
  });
});

test("the screen-reader layout is not boxed to the height of the screen", () => {
  const screen = renderAt(<Size />, { flags: { screenReader: true }, columns: 60, rows: 20 });
  expect(screen.lines()).toHaveLength(1);
  screen.unmount();
});
