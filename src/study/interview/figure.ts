/** A number with two figures, as one says it. */
export function asSaid(value: number, whole: (value: number) => number = Math.round): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((whole(Number((value / unit).toPrecision(12))) * unit).toPrecision(2));
}
