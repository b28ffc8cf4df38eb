/** What `play --help` prints. */
import { table } from "../present/table.ts";
import type { Command } from "./io.ts";

/** The whole help page. */
export function helpText(all: readonly Command[]): string {
  return `zero-to-millions: learn to scale a system, from one server to millions of users.

  play                     the game (80×24 is enough)
${table(all.map((command) => [`  play ${command.usage}`])).trimEnd()}

Options of the game
  --saves DIR         keep progress there (also ZTM_SAVES)
  --ascii             plain characters only
  --language en       what the screens say
  --theme dark|light  colours for a dark or a light background
  --no-color          no colours (NO_COLOR works too)
  --reduced-motion    no animation
  --screen-reader     every screen in words, without animation
  --version  --help   also -v and -h; help COMMAND says more of one command

Options of every command
  --json              one JSON document
  --ascii             plain characters only
  --language en       what it is said in

A design D is start, lesson, a share code, a JSON file or one line of notation:
  play simulate --level 1 --design "dns · box 2"
Separators may be written ; and × may be written x.

Exit codes: 0 fine or passed, 1 failed verdict, 2 bad input, 3 no terminal, 4 the output could not be
written (a full disk), 70 a mistake of the game, 129 the terminal is gone, 130 Ctrl-C, 143 SIGTERM.
`;
}
