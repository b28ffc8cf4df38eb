/** English: the title, which is seen before anything else is there. */
import type { TitleWords } from "../contract/screens.ts";

export const title: TitleWords = {
  name: "Z E R O   T O   M I L L I O N S",
  promise: "Scale one server to millions of users, one decision at a time.",
  welcome: [
    "Fourteen levels. Each has traffic, a budget and a promise to keep.",
    "Nothing can break for good: undo, retry and skip whatever you like.",
  ],
  status: ({ passed, levels, stars, isSaved }) =>
    `${passed} of ${levels} levels passed, ${stars} stars.${isSaved ? " Everything is saved." : ""}`,
  begin: "Enter  begin",
  goOn: "Enter  go on",
};
