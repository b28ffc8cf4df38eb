/** English: what is said before anything else is there. */
import type { OpeningWords } from "../contract/index.ts";
import { keys } from "./keys.ts";
import { saves } from "./saves.ts";
import { spoken } from "./spoken.ts";
import { title } from "./title.ts";

export const opening: OpeningWords = { title, saves, keys, spoken };
