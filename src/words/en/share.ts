import type { RunCard, ShareWords } from "../contract/share.ts";
import { money } from "../figures.ts";
import { counted } from "./counts.ts";
import { files } from "./files.ts";

const nameOf = ({ level, title }: Pick<RunCard, "level" | "title">) =>
  `zero-to-millions ${level === undefined ? title : `level ${level}, ${title}`}`;

export const share: ShareWords = {
  card: ({ level, title, passed, stars, costPerMonth, best, goal, code }) => [
    nameOf({ level, title }),
    `${passed ? `passed ${"★".repeat(stars)}${"☆".repeat(3 - stars)}` : "not yet"} · ${money(costPerMonth)} a month${best === undefined ? "" : `, best known ${money(best)}`}`,
    ...(goal ? [`${goal.bars} ${goal.came}, asked ${goal.asked}`] : []),
    ...(code === undefined ? [] : [code]),
  ],
  cardAloud: ({ level, title, passed, stars, costPerMonth, best }) =>
    `${nameOf({ level, title })}: ${passed ? `passed, ${stars} of 3 stars` : "not yet"}, ${money(costPerMonth)} a month${best === undefined ? "" : `, best known ${money(best)}`}.`,
  interview: ({ title, grades, command }) => [
    `zero-to-millions: ${title}`,
    grades.map(({ cell, grade }) => `${cell} ${grade}`).join(" · "),
    command,
  ],
  shift: ({ title, bars, stars, worth, command }) => [
    `zero-to-millions on call: ${title}`,
    `${bars === undefined ? "" : `${bars} `}${stars} · ${worth}`,
    ...(command === undefined ? [] : [command]),
  ],
  redTeam: ({ title, price, stars, tried, command }) => [
    `zero-to-millions red team: ${title}`,
    `broken for ${money(price)} · ${stars} · ${counted(tried, "fault", "faults")} tried`,
    command,
  ],
  cardTitle: "A CARD FOR A CHAT",
  filmTitle: nameOf,
  title: "SHARE THIS RUN",
  forms: { code: "code", link: "link", card: "card", film: "film", cast: "cast" },
  about: {
    code: "The level, the design and the chance of the night, in one word. Whoever has the game sees the same run with the second line.",
    link: "Opens the run in a browser.",
    card: "A few lines for a chat.",
    film: "The run as a picture that moves (SVG): for a page, a README, a chat that shows pictures.",
    cast: "The run as a recording that asciinema plays in a terminal.",
  },
  noLink: (code) =>
    `A terminal has no address. Where the game's page lies (npm run web makes it), the link is index.html#${code}`,
  copyIt: "Mark it on the screen to copy it.",
  nothingToCopy: "There is nothing to copy here.",
  make: "`Enter` writes the file.",
  filming: "Filming the run …",
  written: ({ place }) => `Written: ${place}`,
  unwritten: ({ errno }) => `The file could not be written: ${files.reason(errno)}.`,
  noFiles: "Files cannot be written here: play export does it on the command line.",
};
