/**
 * A plugin for esbuild: what is imported through a door (an `index.ts` that only hands on) is imported from the
 * file behind it. Otherwise whoever asks a door for one name would load the whole house: esbuild keeps a door that
 * is passed through, and with it all that the door leads to.
 */
import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";

const IMPORT = /^import \{([^}]*)\} from "(\.[^"]*\/index\.ts)";/gm;
const HANDED_ON = /^export (?:\{([^}]*)\}|\*) from "([^"]+)";/gm;
const OWN = /^export (?:async |abstract )*(?:const|let|function\*?|class|enum) (\w+)/gm;

export const throughDoors = {
  name: "through-doors",
  setup(build) {
    const doors = new Map();
    build.onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8").replace(IMPORT, (whole, names, door) => {
        const behind = exportsOf(resolve(dirname(path), door), doors);
        const lines = valuesIn(names).map(([name, as]) => {
          const found = behind.get(name);
          if (found === undefined) return undefined;
          const file = relative(dirname(path), found.file).replaceAll("\\", "/");
          return `import{${found.name} as ${as}}from${JSON.stringify(file.startsWith(".") ? file : `./${file}`)};`;
        });
        // On one line, so that the lines of the file keep their numbers. What is not found is esbuild's to tell.
        return lines.includes(undefined) ? whole : lines.join("") + "\n".repeat(whole.split("\n").length - 1);
      });
      return { contents: text, loader: path.endsWith("x") ? "tsx" : "ts" };
    });
  },
};

/** Where each value that a file exports is written: under its name, its file and its name there. */
function exportsOf(file, known) {
  const before = known.get(file);
  if (before) return before;
  const found = new Map();
  known.set(file, found);
  const text = readFileSync(file, "utf8");
  for (const [, name] of text.matchAll(OWN)) found.set(name, { file, name });
  for (const [, names, from] of text.matchAll(HANDED_ON)) {
    if (!from.startsWith(".")) continue;
    const behind = exportsOf(resolve(dirname(file), from), known);
    const handed = names === undefined ? [...behind.keys()].map((name) => [name, name]) : valuesIn(names);
    for (const [name, as] of handed) {
      const origin = behind.get(name);
      if (origin) found.set(as, origin);
    }
  }
  return found;
}

/** The values in the braces of an import or export, each with the name that it gets. */
function valuesIn(names) {
  return names
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "" && !each.startsWith("type "))
    .map((each) => each.split(" as "))
    .map(([name, as = name]) => [name, as]);
}
