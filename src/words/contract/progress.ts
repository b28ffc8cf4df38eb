/** The words of progress one can show. */
import type { Calibration } from "../../game/index.ts";
import type { InterviewsHeld } from "../../study/interview/reports.ts";
import type { TimeSpent } from "../../study/time.ts";

export interface ProgressWords {
  readonly title: string;
  /** As a page: what it is. */
  readonly about: string;
  readonly sections: Readonly<
    Record<"levels" | "calibration" | "topics" | "drills" | "interviews" | "time" | "plan", string>
  >;
  /** A level by its name, and its stars where it is passed. */
  level(found: { readonly name: string; readonly stars?: number }): string;
  predictions(found: Calibration): string;
  reviews(found: { readonly answers: number; readonly due: number }): string;
  /** Levels whose matter is weak, strong, or not asked enough to say. */
  standing(found: { readonly is: "weak" | "strong" | "open"; readonly levels: readonly string[] }): string;
  /** How drills of a kind go: what the latest are worth, and whether that is better than before. */
  drill(found: {
    readonly kind: string;
    readonly of: number;
    readonly mean: number;
    readonly trend?: "better" | "worse" | "same";
  }): string;
  readonly noDrill: string;
  time(found: TimeSpent): string;
  day(found: { readonly day: number; readonly minutes: number; readonly tasks: readonly string[] }): string;
  readonly review: string;
  readonly interview: string;
  /** How many were held, and how well the grades of their reports were foretold. */
  interviews(found: InterviewsHeld): string;
  /** A round of drills, with the kind that goes worst. */
  drills(weakest: string | undefined): string;
  play(level: string): string;
  climb(topic: string): string;
  /** Levels that found no room in the days. */
  left(levels: number): string;
}
