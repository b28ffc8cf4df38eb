/** The contract that every language fulfils: a sentence is a function of what was found. */
import type { Prose } from "../../levels/index.ts";
import type { GlossaryEntry, LampsWords, OffersWords } from "./content.ts";
import type {
  CauseWords,
  ComparisonWords,
  CurveWords,
  ForecastWords,
  IndicatorWords,
  LogWords,
  MissWords,
  NoteWords,
  PlaceWords,
} from "./findings.ts";
import type { PictureWords } from "./picture.ts";
import type { HeaderWords, SpokenTraceWords, TaskWords, TraceWords } from "./screens.ts";

/** Everything that a player reads, in one language. */
export interface Words {
  readonly places: PlaceWords;
  readonly causes: CauseWords;
  readonly log: LogWords;
  readonly misses: MissWords;
  readonly notes: NoteWords;
  readonly indicators: IndicatorWords;
  readonly picture: PictureWords;
  readonly shop: OffersWords;
  readonly lamps: LampsWords;
  readonly forecast: ForecastWords;
  readonly comparison: ComparisonWords;
  readonly curves: CurveWords;
  readonly header: HeaderWords;
  readonly trace: TraceWords;
  readonly task: TaskWords;
  /** For those who listen to the screens. */
  readonly spoken: {
    readonly trace: SpokenTraceWords;
  };
}

/** What is long and not always needed: the words of the levels and the glossary. */
export interface Texts {
  readonly prose: Prose;
  readonly glossary: readonly GlossaryEntry[];
}
