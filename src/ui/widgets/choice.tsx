import { Box, Text } from "ink";
import SelectInput from "ink-select-input";
import type { ReactElement } from "react";
import { useTerminal } from "../terminal/index.ts";

export interface ChoiceItem {
  readonly label: string;
  readonly value: string;
}

function Indicator({ isSelected = false }: { readonly isSelected?: boolean }): ReactElement {
  const { theme } = useTerminal();
  return <Text>{isSelected ? theme.focus("  ▸ ") : "    "}</Text>;
}

function Item({
  isSelected = false,
  label,
}: {
  readonly isSelected?: boolean;
  readonly label: string;
}): ReactElement {
  const { theme } = useTerminal();
  return <Text wrap="truncate-end">{isSelected ? theme.focus(label) : label}</Text>;
}

/** A menu of a few options, one line each. It hears its own keys: arrows, j and k, digits, Enter. */
export function Choice(props: {
  readonly items: readonly ChoiceItem[];
  readonly onChoose: (value: string) => void;
  readonly active: boolean;
}): ReactElement {
  return (
    <Box flexDirection="column" height={props.items.length}>
      <SelectInput
        items={[...props.items]}
        isFocused={props.active}
        indicatorComponent={Indicator}
        itemComponent={Item}
        onSelect={({ value }) => props.onChoose(value)}
      />
    </Box>
  );
}
