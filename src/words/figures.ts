/** How a figure looks, in every language, on the screen and on the command line alike. */

/** Where there is no figure: nothing was measured, or it has no bound. */
const noFigure = "–";

/** Dollars: $1,234 or $71. */
export function money(dollars: number): string {
  if (!Number.isFinite(dollars)) return noFigure;
  const amount = Math.abs(dollars);
  const cents = Math.round(amount * 100) / 100;
  const rounded = cents < 10 && !Number.isInteger(cents) ? cents.toFixed(2) : grouped(amount);
  return `${dollars < 0 && rounded !== "0" ? "−" : ""}$${rounded}`;
}

/** 12345.678 with so many digits behind the point: 12,345.68. */
export function exact(value: number, digits: number): string {
  if (!Number.isFinite(value)) return noFigure;
  const [whole = "", behind] = Math.abs(value).toFixed(digits).split(".");
  const shown = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (behind === undefined ? "" : `.${behind}`);
  return value < 0 && /[1-9]/.test(shown) ? `−${shown}` : shown;
}

/** 12345 → 12,345. */
export function grouped(value: number): string {
  if (!Number.isFinite(value)) return noFigure;
  return exact(Math.round(value), 0);
}

/**
 * A share as a percentage that never rounds a failure away, at either end: 0.99999 → 99.999 %, 1 → 100 %,
 * 0.9987 → 99.87 %, 0.964 → 96.4 %, 0.0004 → 0.04 %, 0 → 0 %. More than all is said as well: 1.004 → 100.4 %,
 * 2.2 → 220 %.
 */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return noFigure;
  if (share < 0) return percent(0); // the rest of a sum that should be nothing
  const value = share * 100;
  if (value >= 100) return `${value < 100.5 ? exact(value, 1).replace(".0", "") : grouped(value)} %`;
  if (value < 1e-9) return "0 %";
  if (value < 0.1) return value < 0.01 ? "<0.01 %" : `${value.toFixed(2)} %`;
  if (value < 99) return `${value.toFixed(1)} %`;
  for (const digits of [2, 3]) {
    const text = value.toFixed(digits);
    if (Number(text) < 100) return `${text.replace(/0$/, "")} %`;
  }
  return "99.999 %";
}

/** Milliseconds: 0 ms, 0.42 ms, 8.1 ms, 136 ms, 3,105 ms. */
export function milliseconds(ms: number): string {
  if (!Number.isFinite(ms)) return noFigure;
  if (ms <= 0) return "0 ms";
  if (ms < 0.005) return "<0.01 ms";
  return `${ms < 0.995 ? ms.toFixed(2) : ms < 9.95 ? ms.toFixed(1) : grouped(ms)} ms`;
}

/** Seconds: 0 s, 0.3 s, 45 s, 1,204 s. */
export function seconds(sec: number): string {
  if (!Number.isFinite(sec)) return noFigure;
  if (sec <= 0) return "0 s";
  if (sec < 0.05) return "<0.1 s";
  return `${sec < 9.95 ? String(Math.round(sec * 10) / 10) : grouped(sec)} s`;
}

/** A figure without the space before its unit, where there is little room: "99 %" → "99%". */
export function tight(figure: string): string {
  return figure.replace(/ (?=(?:%|ms|s)(?![\p{L}\p{N}]))/gu, "");
}

/** A figure without its unit: "145 ms" → "145"; one that has none stays. */
export function withoutUnit(figure: string): string {
  return figure.replace(/ (?:%|ms|s)$/, "");
}

/** How many times as much: 1.09, 5.3, 1,500. */
export function times(ratio: number): string {
  return ratio >= 9.95 ? grouped(ratio) : ratio.toFixed(ratio < 1.995 ? 2 : 1);
}

/** How many: some are never none. */
export function count(value: number): string {
  return value > 0 && value < 0.5 ? "<1" : grouped(value);
}

/** How long a scenario lasts: "600 s", "24 h". */
export function wholeTime(ticks: number, tickSec: number): string {
  return tickSec < 60 ? `${ticks * tickSec} s` : `${Math.round((ticks * tickSec) / 3_600)} h`;
}

const dayMin = 24 * 60;

/** Simulated time as a player reads it: "t=214" in seconds, "13:05" on a day's scenario. */
export function showTime(tick: number, tickSec: number): string {
  if (tickSec < 60) return `t=${Math.round(tick * tickSec)}`;
  const minutes = Math.floor((tick * tickSec) / 60);
  // The end of a day is not its beginning.
  if (minutes > 0 && minutes % dayMin === 0) return "24:00";
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
