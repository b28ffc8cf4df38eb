/**
 * The door of the built game, copied as it is to dist/play.js. It is read by every Node that somebody may have, so it
 * keeps to the language of 2015 and loads the game only once it is certain that this Node can read it.
 */
const wanted = "20.19";
const version = process.versions.node.split(".");
const major = Number(version[0]);
const minor = Number(version[1]);

/** Says one line and ends with the code of bad input. */
function refuse(line) {
  process.stderr.write(`play: ${line}\n`);
  process.exitCode = 2;
}

/** The folder one stands in may have been deleted meanwhile; half of Node then fails at its first step. */
function standSomewhere() {
  try {
    process.cwd();
    delete process.env.ZTM_NO_FOLDER;
  } catch (_problem) {
    process.env.ZTM_NO_FOLDER = "1";
    process.chdir("/");
  }
}

function failed(problem) {
  if (problem.code === "ERR_MODULE_NOT_FOUND") {
    refuse("a part of the game is missing. In its folder run: npm ci");
    return;
  }
  // What the system does not let us read: too many open files, another user's, Node's permission model.
  if (problem.syscall || problem.code === "ERR_ACCESS_DENIED") {
    const remedy = problem.code === "EMFILE" ? ". Allow more, as with: ulimit -n 256" : "";
    refuse(`the game cannot be read here: ${problem.message}${remedy}`);
    return;
  }
  process.stderr.write(`${problem.stack}\n`);
  process.exitCode = 70;
}

if (major < 20) {
  refuse(
    "the game needs Node " +
      wanted +
      " or newer; this is Node " +
      process.versions.node +
      ". Get a new one at https://nodejs.org, or with: npx -p node@22 node " +
      process.argv[1],
  );
} else {
  if (major === 20 && minor < 19)
    process.stderr.write(`play: made for Node ${wanted} and newer; this is Node ${process.versions.node}\n`);
  standSomewhere();
  // Until the game listens for itself.
  process.on("SIGINT", () => {
    process.exit(130);
  });
  import("./main.js").then(undefined, failed);
}
