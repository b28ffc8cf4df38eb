import { Box, Text, Transform } from "ink";
import SelectInput from "ink-select-input";
import { type ReactElement, useInsertionEffect } from "react";
import type { Drawn } from "../frame/menu.ts";
import { useTerminal } from "./root.tsx";

/** A whole screen: its lines, and its menu where it has one. */
export function Shown({ lines, menu }: Drawn): ReactElement {
  const { draw } = useTerminal();
  // Runs before Ink draws what was committed.
  useInsertionEffect(() => draw?.(menu ? undefined : lines), [draw, lines, menu]);
  if (!menu) return draw ? <Text> </Text> : <PageText lines={lines} />;
  const end = Math.min(menu.row + menu.options, lines.length);
  return (
    <Box flexDirection="column">
      <PageText lines={lines.slice(0, menu.row)} />
      <Menu lines={lines.slice(menu.row, end)} at={menu.at} />
      <PageText lines={lines.slice(end)} />
    </Box>
  );
}

/**
 * Lines of text. What Ink measures and lays out is a column of blanks that never changes; the lines themselves
 * are put in where it draws. Ink remembers every text that it has ever measured: a frame given to it as text
 * would stay for good, 10 KB twenty times a second.
 */
export function PageText({ lines }: { readonly lines: readonly string[] }): ReactElement {
  const blanks = lines.map(() => " ").join("\n");
  return <Transform transform={(_blank, index) => lines[index] || " "}>{blanks}</Transform>;
}

/** The options of a menu. It hears no key: which one is chosen comes from the state, and a new choice is a new menu. */
function Menu({ lines, at }: { readonly lines: readonly string[]; readonly at: number }): ReactElement {
  const items = lines.map((label, n) => ({ label, value: n }));
  return (
    <SelectInput
      key={at}
      items={items}
      initialIndex={at}
      isFocused={false}
      indicatorComponent={Nothing}
      itemComponent={Option}
    />
  );
}

/** The line says itself which option is chosen. */
function Nothing(): null {
  return null;
}

function Option({ label }: { readonly label: string }): ReactElement {
  return <Text wrap="truncate-end">{label}</Text>;
}
