/**
 * Chunks of esbuild as scripts that a page carries in itself: it has no address that a chunk could be imported from.
 * Each chunk becomes a function that is called when somebody wants it, with what it takes from other chunks; the
 * runtime is src/web/chunks.ts.
 */

/** Static imports as esbuild writes them, at the beginning of a chunk, and its exports, at the end. */
const IMPORT = /import(?:\{([^}]*)\}from)?"\.\/([\w-]+)\.js";/y;
const EXPORTS = /export\{([^}]*)\};?\s*$/;
/** What esbuild writes for an `import()`. */
const WANTED = /\bimport\("\.\/([\w-]+)\.js"\)/g;

/**
 * A chunk as a script that makes it known, the chunks that it needs at once, and those that it may fetch.
 * @returns {{ script: string, needs: string[], fetches: string[] }}
 */
export function linked(name, text) {
  const needs = [];
  const taken = [];
  IMPORT.lastIndex = 0;
  let from = 0;
  for (let found = IMPORT.exec(text); found; found = IMPORT.exec(text)) {
    const [, names, chunk] = found;
    needs.push(chunk);
    taken.push(`{${pairs(names, (own, as) => `${own}:${as}`)}}`);
    from = IMPORT.lastIndex;
  }
  const rest = text.slice(from);
  const handed = EXPORTS.exec(rest);
  const body = (handed ? rest.slice(0, handed.index) : rest).replace(WANTED, 'chunks.fetch("$1")');
  const lost = /\b(?:import|export)(?:\{[^}]*\}from)?"\.\/|\bimport\("\.\//.exec(body);
  if (lost) throw new Error(`${name} loads something in a way that is not known here: ${lost[0]}`);
  const given = pairs(handed?.[1], (own, as) => `${as}:${own}`);
  const script = `chunks.add(${JSON.stringify(name)},${JSON.stringify(needs)},(${taken})=>{${body};return{${given}}});`;
  const fetches = Array.from(rest.matchAll(WANTED), ([, chunk]) => chunk);
  return { script, needs, fetches };
}

/** "a,b as c", each pair of names written in another way. */
function pairs(list = "", write) {
  return list
    .split(",")
    .filter((each) => each !== "")
    .map((each) => each.trim().split(" as "))
    .map(([own, as = own]) => (own === as ? own : write(own, as)))
    .join(",");
}
