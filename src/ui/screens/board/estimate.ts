/** The estimate pad: numbers typed, and what they come to. */
import { compareEstimate, estimate } from "../../../game/index.ts";
import { mostOf, pagesOf } from "../../../present/briefing.ts";
import { padRight } from "../../../present/cells.ts";
import type { Design } from "../../../sim/index.ts";
import { grouped } from "../../../words/figures.ts";
import { type Frame, heading, paragraph } from "../../frame/frame.ts";
import { type BoardPanel, type EstimateField, estimateFields, type Visit } from "../../model/types.ts";

const units: Readonly<Record<EstimateField, string>> = {
  users: "",
  requests: "",
  peak: "",
  workMs: "ms",
  objects: "",
  objectKb: "KB",
};

export function drawEstimate(
  visit: Visit,
  panel: Extract<BoardPanel, { kind: "estimate" }>,
  cells: number,
  { theme, words: { estimate: words } }: Frame,
): string[] {
  const value = (field: EstimateField) => {
    const number = Number.parseFloat(panel.typed[field]);
    return Number.isFinite(number) && number > 0 ? number : undefined;
  };
  const [dailyUsers, requestsPerUserDaily, peakFactor, workMs, objects, objectKb] = estimateFields.map(value);
  const found = estimate({
    ...(dailyUsers === undefined ? {} : { dailyUsers }),
    ...(requestsPerUserDaily === undefined ? {} : { requestsPerUserDaily }),
    ...(peakFactor === undefined ? {} : { peakFactor }),
    ...(workMs === undefined ? {} : { workMs }),
    ...(objects === undefined ? {} : { objects }),
    ...(objectKb === undefined ? {} : { objectKb }),
  });
  const rates = pagesOf(visit.lesson);
  const usual = [...rates].sort((a, b) => a - b)[Math.floor(rates.length / 2)]!;
  const peak = mostOf(rates);
  const fields = estimateFields.map((field, at) => {
    const name = words.fields[field];
    const unit = units[field];
    const isFocus = at === panel.at;
    const typed = panel.typed[field] === "" && !isFocus ? theme.muted("–") : panel.typed[field];
    const line = `${isFocus ? "▸" : " "} ${padRight(name, 22)}${isFocus ? `${typed}▏` : typed} ${theme.muted(unit)}`;
    return isFocus ? theme.focus(line) : line;
  });
  const result = (name: string, text: string | undefined, check = "") =>
    `  ${padRight(name, 22)}${text === undefined ? theme.muted("?") : theme.title(text)}${check === "" ? "" : `  ${check}`}`;
  const against = (mine: number | undefined, truth: number) => {
    if (mine === undefined) return "";
    const how = compareEstimate(mine, truth);
    return how === "close" ? theme.good(words.against.close) : theme.warn(words.against[how]);
  };
  const own = ownOf(visit.sitting.design);
  return [
    heading(theme, words.title, words.beside),
    ...fields,
    "",
    result(words.meanPerSec, figure(found.meanPerSec), against(found.meanPerSec, usual)),
    result(words.peakPerSec, figure(found.peakPerSec), against(found.peakPerSec, peak)),
    result(words.cores, figure(found.busyCores), theme.muted(words.ownCores(own.vcpu))),
    result(words.memory, figure(found.memoryGb), theme.muted(words.ownMemory(own.gb))),
    "",
    ...paragraph(words.about[estimateFields[panel.at] ?? "users"], cells),
    "",
    ...paragraph(words.truth({ usualPerSec: usual, peakPerSec: peak }), cells).map(theme.muted),
  ];
}

/** What a design has of what the pad estimates: processors for pages, memory for copies. */
function ownOf({ sites }: Design): { readonly vcpu: number; readonly gb: number } {
  return {
    vcpu: sites.reduce((sum, { box, web }) => sum + box.size + web.count * web.size, 0),
    gb: sites.reduce((sum, { cache }) => sum + cache.nodes * cache.memory, 0),
  };
}

function figure(value: number | undefined): string | undefined {
  if (value === undefined) return undefined;
  return value < 10 ? String(Math.round(value * 100) / 100) : grouped(value);
}
