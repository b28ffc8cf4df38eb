/** Every screen of every level in a language that nobody speaks. */
import { describe } from "vitest";
import { lessons, testEveryScreen } from "../helpers/every-screen.ts";

for (const lesson of lessons) describe(lesson.level.id, () => testEveryScreen(lesson, ["start", "lesson"]));
