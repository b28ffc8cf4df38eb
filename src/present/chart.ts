/** Curves as characters. */
const blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** Means of `width` equal slices; the values themselves when there are fewer. */
export function resample(values: ArrayLike<number>, width: number): number[] {
  const n = values.length;
  if (n <= width) return Array.from(values);
  return Array.from({ length: width }, (_, i) => {
    const from = Math.floor((i * n) / width);
    const to = Math.max(from + 1, Math.floor(((i + 1) * n) / width));
    let sum = 0;
    for (let t = from; t < to; t++) sum += values[t]!;
    return sum / (to - from);
  });
}

/** A filled curve of several rows, top row first; eight levels a row. */
export function areaChart(values: ArrayLike<number>, width: number, height: number, top?: number): string[] {
  const slices = resample(values, width);
  const highest = top ?? Math.max(...slices, 0);
  const eighths = slices.map((value) =>
    highest > 0
      ? Math.max(value > 0 ? 1 : 0, Math.round((Math.min(value, highest) / highest) * height * 8))
      : 0,
  );
  return Array.from({ length: height }, (_, row) => {
    const below = (height - 1 - row) * 8;
    return eighths
      .map((level) => {
        const here = level - below;
        return here <= 0 ? " " : here >= 8 ? "█" : blocks[here - 1]!;
      })
      .join("");
  });
}

/** The largest mean of a curve's slices: a scale that one wild tick does not spoil. */
export function scaleOf(values: ArrayLike<number>, cells: number): number {
  return Math.max(0, ...resample(values, cells));
}

/** The next of 1, 1.5, 2, 3, 5, 7.5 … that is not less. */
export function niceAbove(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 3, 5, 7.5, 10].find((each) => each * power >= value * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(6));
}
