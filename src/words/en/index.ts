/** English: all of its words but for the long texts. */
import type { Words } from "../contract/index.ts";
import { causes, log } from "./causes.ts";
import { comparison, curves, forecast } from "./forecast.ts";
import { indicators } from "./indicators.ts";
import { lamps } from "./lamps.ts";
import { misses } from "./misses.ts";
import { notes } from "./notes.ts";
import { shop } from "./offers.ts";
import { picture } from "./picture.ts";
import { places } from "./places.ts";
import { header, task } from "./screens.ts";
import { spokenTrace, trace } from "./trace.ts";

export const words: Words = {
  places,
  causes,
  log,
  misses,
  notes,
  indicators,
  picture,
  shop,
  lamps,
  forecast,
  comparison,
  curves,
  header,
  trace,
  task,
  spoken: { trace: spokenTrace },
};
