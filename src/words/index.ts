/**
 * The door to the words: the contract that every language fulfils, and the languages there are.
 * A sentence is a function of what was found; order, plural and particles are the language's business.
 */
import type { UnreadWords } from "./contract/cli.ts";
import type { OpeningWords, Texts, Words } from "./contract/index.ts";
import type { InterviewTexts } from "./contract/interview.ts";
import type { LadderTexts } from "./contract/ladders.ts";
import type { PageWords } from "./contract/page.ts";

export { loadCliWords } from "./cli.ts";
export type { CliWords, UnreadWords } from "./contract/cli.ts";
export type { OpeningWords, Texts, Words } from "./contract/index.ts";

interface LanguageFiles {
  /** The language as its speakers call it. */
  readonly name: string;
  readonly opening: () => Promise<{ readonly opening: OpeningWords }>;
  readonly words: () => Promise<{ readonly words: Words }>;
  readonly unread: () => Promise<{ readonly unread: UnreadWords }>;
  readonly texts: () => Promise<{ readonly texts: Texts }>;
  readonly ladders: () => Promise<{ readonly ladders: LadderTexts }>;
  readonly interviews: () => Promise<{ readonly interviews: InterviewTexts }>;
  readonly page: () => Promise<{ readonly page: PageWords }>;
}

/** Every language that the game speaks; a language is loaded when it is wanted. */
const files = {
  en: {
    name: "English",
    opening: () => import("./en/opening.ts"),
    words: () => import("./en/index.ts"),
    unread: () => import("./en/unread.ts"),
    texts: () => import("./en/texts.ts"),
    ladders: () => import("./en/ladders/index.ts"),
    interviews: () => import("./en/interview/index.ts"),
    page: () => import("./en/page.ts"),
  },
} as const satisfies Readonly<Record<string, LanguageFiles>>;

export type Language = keyof typeof files;

export const languages = Object.keys(files) as readonly Language[];

/** Whether the game speaks a language of that code. */
function isLanguage(code: string | undefined): code is Language {
  return code !== undefined && Object.hasOwn(files, code);
}

/** The first of some wishes that is a language; English where none is. */
export function languageOf(...wishes: readonly (string | undefined)[]): Language {
  return wishes.find((wish) => isLanguage(wish)) ?? "en";
}

/** The words of the title alone, which is seen first. */
export async function loadOpeningWords(language: Language): Promise<OpeningWords> {
  return (await files[language].opening()).opening;
}

export async function loadWords(language: Language): Promise<Words> {
  return (await files[language].words()).words;
}

/** What is said of texts that cannot be taken as they are. */
export async function loadUnread(language: Language): Promise<UnreadWords> {
  return (await files[language].unread()).unread;
}

export async function loadTexts(language: Language): Promise<Texts> {
  return (await files[language].texts()).texts;
}

/** The ladders alone: they are long, and asked for in Study only. */
export async function loadLadders(language: Language): Promise<LadderTexts> {
  return (await files[language].ladders()).ladders;
}

/** The words of interviews alone. */
export async function loadInterviews(language: Language): Promise<InterviewTexts> {
  return (await files[language].interviews()).interviews;
}

/** The words of the page around the game, in a browser. */
export async function loadPageWords(language: Language): Promise<PageWords> {
  return (await files[language].page()).page;
}
