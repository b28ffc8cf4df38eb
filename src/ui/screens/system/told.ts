/** What a system's form says, drawn and spoken alike. */
import type { GoalIndicator } from "../../../game/index.ts";
import { peakOf } from "../../../present/briefing.ts";
import { monthly } from "../../../present/forecast.ts";
import { indicatorName, showGoal } from "../../../present/indicators.ts";
import { type EntryList, type FormField, rowsOf, type System, textIn } from "../../../rooms/sandbox/index.ts";
import { type EventKind, forecast } from "../../../sim/index.ts";
import { grouped, money } from "../../../words/figures.ts";
import type { Words } from "../../../words/index.ts";
import type { SystemDoor } from "../../model/sandbox-screens.ts";
import type { Visit } from "../../model/types.ts";

/** What stands behind a door, in short. */
export function doorTold(words: Words, door: SystemDoor, system: System, { lesson, sitting }: Visit): string {
  const { sandbox } = words;
  const { level } = lesson;
  const count = (list: EntryList, entries: readonly unknown[]) =>
    sandbox.counted({ list, count: entries.length });
  switch (door) {
    case "board":
      return monthly(words, forecast(sitting.design, level.scenario));
    case "line":
      return system.design;
    case "traffic":
      return `${count("streams", system.scenario.streams)}, ${grouped(peakOf(lesson))}/s`;
    case "events": {
      const { events, drawn = [] } = system.scenario;
      return [count("events", events), ...(drawn.length > 0 ? [sandbox.drawn(drawn.length)] : [])].join(", ");
    }
    case "goals": {
      const bill = system.budget === undefined ? [] : [words.indicators.billGoal(system.budget)];
      const goals = level.goals.map((goal) => showGoal(words, goal));
      return [...goals, ...bill].join(", ") || count("goals", []);
    }
    case "prices": {
      const moved = rowsOf(system, door).filter(
        (row): row is FormField => row.kind === "field" && textIn(system, row) !== "",
      );
      return moved.length === 0
        ? sandbox.listPrices
        : moved.map((row) => `${nameOf(words, row)} ${shown(words, system, row)}`).join(", ");
    }
    default:
      return rowsOf(system, door)
        .flatMap((row) =>
          row.kind === "field" ? [`${nameOf(words, row)} ${shown(words, system, row)}`] : [],
        )
        .slice(0, 3)
        .join(", ");
  }
}

/** What a field is called. */
export function nameOf({ sandbox }: Words, { name }: FormField): string {
  return sandbox.fields[name]?.name ?? name;
}

/** What stands in a field, as it is read. */
export function shown(words: Words, system: System, row: FormField): string {
  const text = textIn(system, row);
  if (text === "") return words.sandbox.empty;
  if (row.name === "indicator") return indicatorName(words, text as GoalIndicator);
  if (row.name === "what") return words.sandbox.events[text as EventKind];
  if (row.name === "budget") return money(Number(text));
  if (row.choices) return words.sandbox.choices[text] ?? text;
  if (row.name.startsWith("prices.")) return words.sandbox.timesListed(Number(text));
  return /^\d{4,}$/.test(text) ? grouped(Number(text)) : text;
}
