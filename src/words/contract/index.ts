/** The contract that every language fulfils: a sentence is a function of what was found. */
import type { Prose } from "../../levels/index.ts";
import type { DebriefWords, PassWords, QuestionWords, TaskWords, TrapWords } from "./after-run.ts";
import type { AuditWords } from "./audit.ts";
import type { AheadWords, GlossaryEntry, GlossaryWords, LampsWords, OffersWords } from "./content.ts";
import type { CourseWords, EndlessWords } from "./course.ts";
import type { DayWords } from "./day.ts";
import type { DrillWords } from "./drills.ts";
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
import type { KeyWords } from "./keys.ts";
import type { LabScreenWords } from "./lab-screens.ts";
import type { OnCallWords } from "./on-call.ts";
import type { PictureWords } from "./picture.ts";
import type { ProblemWords } from "./problems.ts";
import type { PuzzleWords } from "./puzzles.ts";
import type { SandboxWords } from "./sandbox.ts";
import type { SavesWords } from "./saves.ts";
import type {
  BoardWords,
  EstimateWords,
  HeaderWords,
  HelpWords,
  MapWords,
  PredictionWords,
  ReadingWords,
  RunWords,
  TitleWords,
} from "./screens.ts";
import type { ShareWords } from "./share.ts";
import type { SpokenWords } from "./spoken.ts";
import type { StudyWords } from "./study.ts";
import type { TraceWords } from "./trace.ts";

/** Everything that a player reads, in one language. */
export interface Words {
  readonly places: PlaceWords;
  readonly causes: CauseWords;
  readonly log: LogWords;
  readonly misses: MissWords;
  readonly audit: AuditWords;
  readonly notes: NoteWords;
  readonly indicators: IndicatorWords;
  readonly picture: PictureWords;
  readonly shop: OffersWords;
  readonly ahead: AheadWords;
  readonly lamps: LampsWords;
  readonly forecast: ForecastWords;
  readonly comparison: ComparisonWords;
  readonly curves: CurveWords;
  readonly problems: ProblemWords;
  readonly saves: SavesWords;
  readonly keys: KeyWords;
  readonly header: HeaderWords;
  readonly title: TitleWords;
  readonly map: MapWords;
  readonly reading: ReadingWords;
  readonly board: BoardWords;
  readonly estimate: EstimateWords;
  readonly prediction: PredictionWords;
  readonly run: RunWords;
  readonly pass: PassWords;
  readonly course: CourseWords;
  readonly endless: EndlessWords;
  readonly trace: TraceWords;
  readonly debrief: DebriefWords;
  readonly traps: TrapWords;
  readonly task: TaskWords;
  readonly questions: QuestionWords;
  readonly glossary: GlossaryWords;
  readonly study: StudyWords;
  readonly drills: DrillWords;
  readonly labScreens: LabScreenWords;
  readonly puzzles: PuzzleWords;
  readonly day: DayWords;
  readonly onCall: OnCallWords;
  readonly sandbox: SandboxWords;
  readonly share: ShareWords;
  readonly help: HelpWords;
  /** For those who listen to the screens. */
  readonly spoken: SpokenWords;
}

/** What is said before anything else is there. */
export type OpeningWords = Pick<Words, "title" | "saves" | "keys" | "spoken">;

/** What is long and not always needed: the words of the levels and the glossary. */
export interface Texts {
  readonly prose: Prose;
  readonly glossary: readonly GlossaryEntry[];
}
