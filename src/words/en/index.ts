/** English: all of its words but for the long texts. */
import type { Words } from "../contract/index.ts";
import { ahead } from "./ahead.ts";
import { audit } from "./audit.ts";
import { causes, log } from "./causes.ts";
import { course, endless } from "./course.ts";
import { day } from "./day.ts";
import { drills } from "./drills.ts";
import { comparison, curves, forecast } from "./forecast.ts";
import { indicators } from "./indicators.ts";
import { keys } from "./keys.ts";
import { labScreens } from "./lab-screens.ts";
import { lamps } from "./lamps.ts";
import { misses } from "./misses.ts";
import { notes } from "./notes.ts";
import { shop } from "./offers.ts";
import { onCall } from "./on-call.ts";
import { picture } from "./picture.ts";
import { places } from "./places.ts";
import { problems } from "./problems.ts";
import { puzzles } from "./puzzles.ts";
import { sandbox } from "./sandbox.ts";
import { saves } from "./saves.ts";
import {
  board,
  debrief,
  estimate,
  glossaryWords as glossary,
  header,
  help,
  map,
  pass,
  prediction,
  questions,
  reading,
  run,
  task,
  traps,
} from "./screens.ts";
import { share } from "./share.ts";
import { spoken } from "./spoken.ts";
import { study } from "./study.ts";
import { title } from "./title.ts";
import { trace } from "./trace.ts";

export const words: Words = {
  places,
  causes,
  log,
  misses,
  audit,
  notes,
  indicators,
  picture,
  shop,
  ahead,
  lamps,
  course,
  endless,
  forecast,
  comparison,
  curves,
  problems,
  saves,
  keys,
  header,
  title,
  map,
  reading,
  board,
  estimate,
  prediction,
  run,
  pass,
  trace,
  debrief,
  traps,
  task,
  questions,
  glossary,
  study,
  drills,
  labScreens,
  puzzles,
  day,
  onCall,
  sandbox,
  share,
  help,
  spoken,
};
