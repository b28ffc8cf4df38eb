/** English: the page around the game. */
import type { PageWords } from "../contract/page.ts";

export const page: PageWords = {
  noScript:
    "This game runs in your browser by JavaScript, which is switched off: allow it for this page and reload.",
  name: "Zero to millions: the game",
  keys: "Keys of this screen",
  tools: "Progress and reading",
  field: "type here",
  asWords: "in words",
  asPicture: "as a picture",
  toFile: "save to a file",
  fromFile: "load a file",
  saved: ({ file }) => `Your progress is in ${file}. In a terminal: play save import ${file}`,
  over: "The game is over, and your progress is kept in this browser.",
  again: "play on",
  unpacking: "The game is being unpacked: a moment.",
  noThreads:
    "Your browser gives this page no threads: long runs are worked out between your keys and take longer.",
  wider: "The picture is wider than this window: push it along, or have it in words.",
  broken: ({ message }) => `The game has broken off (${message}). Your progress is kept: reload the page.`,
};
