/** What was not heard of a topic's words. It never marks anything: it shows what an interviewer waits for. */

/** A term, and what else is said for it. */
export interface Term {
  readonly term: string;
  readonly synonyms: readonly string[];
}

/** The terms that none of the texts has, neither as they are nor as anything that is said for them. */
export function notHeard(terms: readonly Term[], texts: readonly string[]): string[] {
  const heard = plain(texts.join(" "));
  return terms
    .filter(
      ({ term, synonyms }) => ![term, ...synonyms].some((word) => heard.includes(` ${plain(word).trim()}`)),
    )
    .map(({ term }) => term);
}

/** Lower case, all that is no letter or digit a blank: "fail-over" is heard in "Fail over". The start of a word is enough. */
function plain(text: string): string {
  return ` ${text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}
