/**
 * The walls between the folders of src/. Each message says what the wall is for and what to do instead.
 * test/walls.test.ts proves that every wall stands.
 */

/** Node's own modules. */
const BUILTIN = { dependencyTypes: ["core"] };
/** Packages from the registry. */
const PACKAGE = "node_modules/";

/** What a folder may import, beside itself: everything else in src/ is behind a wall. */
function mayImportOnly(name, from, allowed, comment) {
  return {
    name,
    comment,
    severity: "error",
    from: { path: from },
    to: { path: "^src/", pathNot: [from, ...allowed] },
  };
}

const SIM_DOOR = "^src/sim/index\\.ts$";
const LEVELS = "^src/levels/";
const WORDS = "^src/words/";
const ROOMS = "^src/rooms/";

module.exports = {
  forbidden: [
    {
      name: "sim-stands-alone",
      comment:
        "The simulator imports nothing outside src/sim: the rules of play, words and screens come to it as data.",
      severity: "error",
      from: { path: "^src/sim/" },
      to: { path: "^src/", pathNot: "^src/sim/" },
    },
    {
      name: "sim-is-pure",
      comment:
        "The simulator knows no Node module and no package: the same seed gives the same run anywhere. Pass what it needs as an argument.",
      severity: "error",
      from: { path: "^src/sim/" },
      to: { path: PACKAGE },
    },
    {
      name: "sim-is-pure-of-node",
      comment: "The simulator knows no clock, no files and no process. Pass what it needs as an argument.",
      severity: "error",
      from: { path: "^src/sim/" },
      to: BUILTIN,
    },
    {
      name: "sim-has-one-door",
      comment:
        "Outsiders enter the simulator by src/sim/index.ts, so that its inside can change. Export it there.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/sim/" },
      to: { path: "^src/sim/", pathNot: SIM_DOOR },
    },
    {
      name: "tier-groups-do-not-meet",
      comment:
        "Tiers meet in the world alone: through routes, sites and happenings. What several of them need is a table in src/sim/scenario or stands in src/sim/tiers/common, which knows no tier.",
      severity: "error",
      from: { path: "^src/sim/tiers/(?!index\\.)([^/.]+)" },
      to: { path: "^src/sim/tiers/", pathNot: "^src/sim/tiers/(?:$1|common)[/.]" },
    },
    mayImportOnly(
      "game-knows-only-sim",
      "^src/game/",
      ["^src/sim/"],
      "The rules of play know the simulator and nothing else. Levels supply content by the contract that the game states.",
    ),
    {
      name: "game-is-pure",
      comment:
        "The rules of play touch no file, clock or process: one clock, in src/ui; files only in saves, cli and main.",
      severity: "error",
      from: { path: "^src/game/" },
      to: BUILTIN,
    },
    mayImportOnly(
      "exact-knows-only-sim",
      "^src/exact/",
      ["^src/sim/"],
      "The exact simulation knows the simulator's vocabulary and nothing else, and nothing of how it works: it is its conscience.",
    ),
    {
      name: "exact-is-pure",
      comment: "The exact simulation touches no file, clock or process, like the simulator beside it.",
      severity: "error",
      from: { path: "^src/exact/" },
      to: BUILTIN,
    },
    mayImportOnly(
      "stack-knows-simulation-and-rules",
      "^src/stack/",
      ["^src/exact/", "^src/sim/", "^src/game/"],
      "A stack is a design in files and figures: it knows the simulators and what a level is. Who writes or starts it (cli, real) imports it.",
    ),
    {
      name: "stack-is-pure",
      comment: "What makes a stack touches no file, clock or process; its own programs in src/stack/app do.",
      severity: "error",
      from: { path: "^src/stack/", pathNot: "^src/stack/app/" },
      to: BUILTIN,
    },
    mayImportOnly(
      "labs-know-simulation-alone",
      "^src/labs/",
      ["^src/sim/", "^src/exact/"],
      "Labs set the simulator, exact counting and formulas side by side: they know nothing of levels, words or screens.",
    ),
    {
      name: "labs-are-pure",
      comment: "Labs touch no file, clock or process: whoever runs them says when.",
      severity: "error",
      from: { path: "^src/labs/" },
      to: BUILTIN,
    },
    mayImportOnly(
      "levels-are-content",
      LEVELS,
      ["^src/game/", "^src/sim/"],
      "Levels are content: they import the contract (game) and the vocabulary (sim). What solves or shows a level imports the level.",
    ),
    {
      name: "levels-never-meet",
      comment:
        "A level never imports another level, so that each can be changed by itself. Move what they share up into src/levels/.",
      severity: "error",
      from: { path: "^src/levels/([^/]+)/" },
      to: { path: "^src/levels/[^/]+/", pathNot: "^src/levels/$1/" },
    },
    mayImportOnly(
      "solver-needs-no-screen",
      "^src/solver/",
      ["^src/game/", "^src/sim/", LEVELS],
      "The solver knows levels, game and sim. What shows its findings (cli, ui) imports the solver.",
    ),
    {
      name: "solver-is-pure",
      comment:
        "The solver runs wherever the game does: threads are in src/threads and come to it as a workforce.",
      severity: "error",
      from: { path: "^src/solver/" },
      to: BUILTIN,
    },
    mayImportOnly(
      "rooms-need-no-screen",
      ROOMS,
      ["^src/game/", "^src/sim/", "^src/solver/", "^src/process/text\\.ts$", LEVELS],
      "Rooms know levels, game, sim and solver, and how text is cleaned. What shows them (present, cli, ui) imports the room.",
    ),
    {
      name: "rooms-are-pure",
      comment: "Rooms touch no file, clock or process: what they need comes as an argument.",
      severity: "error",
      from: { path: ROOMS },
      to: BUILTIN,
    },
    {
      name: "rooms-do-not-meet",
      comment:
        "A room never imports another room, but that the day knows on-call and the puzzles. What they share goes down into game.",
      severity: "error",
      from: { path: "^src/rooms/(?!day/)([^/]+)/" },
      to: { path: "^src/rooms/[^/]+/", pathNot: "^src/rooms/$1/" },
    },
    mayImportOnly(
      "threads-only-work",
      "^src/threads/",
      ["^src/game/", "^src/sim/", "^src/solver/", "^src/labs/", "^src/study/interview/", ROOMS, LEVELS],
      "Threads do the solver's tasks on levels, on the cases of interviews and in rooms, and trials of the labs; who asks for them (cli, ui) imports the pool.",
    ),
    mayImportOnly(
      "study-needs-no-screen",
      "^src/study/",
      ["^src/game/", "^src/sim/", LEVELS],
      "Study knows levels, game and sim. It hands out plain card states; saves keeps them without knowing their shape.",
    ),
    {
      name: "study-is-pure",
      comment:
        "Study touches no file, clock or process: every time comes with the action, so that any day can be played.",
      severity: "error",
      from: { path: "^src/study/" },
      to: BUILTIN,
    },
    {
      name: "study-schedules-with-fsrs-alone",
      comment: "Of packages Study knows the scheduler, and nobody else knows that.",
      severity: "error",
      from: { path: "^src/study/" },
      to: { path: PACKAGE, pathNot: `${PACKAGE}ts-fsrs/` },
    },
    {
      name: "only-study-schedules",
      comment: "When a card comes back is the business of src/study/schedule.ts: ask it.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/study/schedule\\.ts$" },
      to: { path: `${PACKAGE}ts-fsrs/` },
    },
    mayImportOnly(
      "words-say-what-is-found",
      WORDS,
      ["^src/(game|sim|exact|solver|saves|process|study|labs|rooms|real|stack)/", LEVELS],
      "Words know levels, game, sim, exact, labs, solver, saves, process, study, rooms, real and stack, by their types. What has words to say (present, cli, ui) asks for them.",
    ),
    {
      name: "words-decide-nothing",
      comment:
        "Words take what was found and say it: of the rest they know types alone. Reckon in present or game.",
      severity: "error",
      from: { path: WORDS },
      to: {
        path: "^src/(sim|game|exact|solver|saves|process|study|labs|rooms|real|stack)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "languages-load-late",
      comment:
        "A language is chosen when the game starts: ask src/words/index.ts for its words, which loads them by import().",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/words/[a-z-]+/" },
      to: {
        path: "^src/words/[a-z-]+/",
        pathNot: "^src/words/contract/",
        dependencyTypesNot: ["dynamic-import"],
      },
    },
    {
      name: "languages-never-meet",
      comment: "A language is complete in itself: a word that it borrows from another is a word missing.",
      severity: "error",
      from: { path: "^src/words/([a-z-]+)/" },
      to: { path: "^src/words/[a-z-]+/", pathNot: ["^src/words/$1/", "^src/words/contract/"] },
    },
    mayImportOnly(
      "present-only-words-it",
      "^src/present/",
      [WORDS, ROOMS, "^src/game/", "^src/sim/", "^src/solver/", "^src/study/", "^src/labs/", LEVELS],
      "Presentation turns findings into lines of text, for the screen and the command line alike; it knows neither of the two.",
    ),
    mayImportOnly(
      "saves-know-nobody",
      "^src/saves/",
      ["^src/process/"],
      "Saves keep plain data and know no rules, so that a file can be read whatever the game has become.",
    ),
    mayImportOnly(
      "process-knows-nobody",
      "^src/process/",
      [],
      "How the process begins, reads, writes and ends has nothing to do with what it computes.",
    ),
    mayImportOnly(
      "films-record-the-game",
      "^src/film/",
      [
        "^src/ui/(?!terminal/|index\\.ts$)",
        "^src/present/",
        "^src/saves/shape\\.ts$",
        "^src/game/",
        LEVELS,
        WORDS,
      ],
      "A film is the game on a host that remembers: it knows the screens but no terminal, no command and no file.",
    ),
    {
      name: "films-load-late",
      comment: "Load a film with `await import()` once one is wanted: the whole game comes with it.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/film/" },
      to: { path: "^src/film/", dependencyTypesNot: ["dynamic-import", "type-only", "type-import"] },
    },
    mayImportOnly(
      "ui-is-on-top",
      "^src/ui/",
      [
        "^src/game/",
        "^src/sim/",
        "^src/solver/",
        "^src/threads/",
        "^src/study/",
        "^src/labs/",
        ROOMS,
        LEVELS,
        WORDS,
        "^src/present/",
        "^src/saves/(index|shape|under-way|kept|anywhere)\\.ts$",
        "^src/process/",
        "^src/film/index\\.ts$",
      ],
      "Screens import the game, never the entry, the command line or the inside of saves (only its doors: index.ts for the disk, anywhere.ts for other places, shape.ts, under-way.ts and kept.ts for the data).",
    ),
    mayImportOnly(
      "real-is-beside-the-command-line",
      "^src/real/",
      ["^src/(sim|exact|game|labs|stack|present|process)/", WORDS, LEVELS],
      "Real servers are set beside the simulator, exact counting and labs; what is found goes to the command line.",
    ),
    {
      name: "real-loads-late",
      comment:
        "Only the command line starts real servers, by import() and its types: nothing else knows that there are any.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/real/" },
      to: { path: "^src/real/", dependencyTypesNot: ["dynamic-import", "type-only"] },
    },
    mayImportOnly(
      "web-is-a-host",
      "^src/web/",
      [
        "^src/ui/(?!terminal/|index\\.ts$)",
        "^src/threads/(?!index\\.ts$|node-threads\\.ts$|worker\\.ts$)",
        "^src/saves/(anywhere|shape)\\.ts$",
        "^src/(game|sim|solver|study|labs|present|process)/",
        "^src/film/index\\.ts$",
        ROOMS,
        LEVELS,
        WORDS,
      ],
      "The page is a host and an entry, like the terminal beside it: it imports the game and never the terminal, the disk or Node's threads.",
    ),
    {
      name: "web-is-pure-of-node",
      comment: "The page runs in a browser, where there is nothing of Node.",
      severity: "error",
      from: { path: "^src/web/" },
      to: BUILTIN,
    },
    {
      name: "nobody-knows-the-page",
      comment: "The page is a host: what it needs of the game stands behind src/ui/host.ts.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/web/" },
      to: { path: "^src/web/" },
    },
    {
      name: "screens-never-meet",
      comment:
        "A screen never imports another screen. What they share goes down into src/ui/model, frame or keys; findings into present or game.",
      severity: "error",
      from: { path: "^src/ui/screens/([^/]+)/" },
      to: { path: "^src/ui/screens/[^/]+/", pathNot: "^src/ui/screens/$1/" },
    },
    {
      name: "screens-stand-on-model-and-frame",
      comment:
        "State, frame and keys know no screen: only the dispatchers beside src/ui/screens do. Hand in what is needed.",
      severity: "error",
      from: { path: "^src/ui/(model|frame|keys)/" },
      to: { path: "^src/ui/(screens/|[^/]+$)" },
    },
    {
      name: "state-and-view-keep-apart",
      comment:
        "A screen's state never asks how it is drawn, its view never changes it: both may ask layout, model, present and game.",
      severity: "error",
      from: { path: "^src/ui/screens/.*state\\.ts$" },
      to: { path: "^src/ui/screens/.*(view|spoken)\\.ts$" },
    },
    {
      name: "views-change-nothing",
      comment:
        "What draws or speaks a screen never changes its state. Move what both need into src/ui/model.",
      severity: "error",
      from: { path: "^src/ui/screens/.*(view|spoken|layout)\\.ts$" },
      to: { path: "^src/ui/screens/.*state\\.ts$" },
    },
    {
      name: "only-a-few-touch-files",
      comment:
        "Only saves, cli, process, real and main touch files. Elsewhere take content as an argument; main.ts wires it.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(saves/|cli/|process/|real/|stack/app/|main\\.ts$)" },
      to: { path: "^(node:)?fs(/promises)?$" },
    },
    {
      name: "only-ui-draws",
      comment: "Only src/ui knows Ink, React and Chalk. Return data from here and let a widget draw it.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/ui/" },
      to: { path: `${PACKAGE}(ink|react|ink-[^/]+|chalk)/` },
    },
    {
      name: "headless-loads-no-screen",
      comment:
        "Commands must start without Ink and React. Only main.ts loads src/ui, and only by import(); films know its screens, without a terminal.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(ui/|web/|film/|main\\.ts$)" },
      to: { path: "^src/ui/" },
    },
    {
      name: "main-loads-the-screen-late",
      comment:
        "Load the screen with `await import()` once it is certain that a game begins: it costs 200 ms.",
      severity: "error",
      from: { path: "^src/main\\.ts$" },
      to: { path: "^src/ui/", dependencyTypesNot: ["dynamic-import", "type-only"] },
    },
    {
      name: "main-is-nobodys-import",
      comment: "src/main.ts wires and hands over; importing it would start the game.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/start\\.js$" },
      to: { path: "^src/main\\.ts$" },
    },
    {
      name: "no-circles",
      comment:
        "Two files that need each other are one idea or three: move what both need into a file of its own.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "Nobody imports this file and it imports nobody. Use it or remove it.",
      severity: "error",
      from: {
        orphan: true,
        path: "^src/",
        pathNot: ["^src/main\\.ts$", "^src/web/index\\.ts$", "\\.d\\.ts$"],
      },
      to: {},
    },
    {
      name: "everything-resolves",
      comment: "This import leads nowhere: a wrong path, or a package that package.json does not name.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
