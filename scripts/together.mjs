/**
 * What every start of the game loads, as one file: Node takes as long to find, read and link a small file as a large
 * one, and esbuild makes a file of each set of sources that the same entries share.
 */
import { createHash } from "node:crypto";

/** A static import of chunks, as esbuild writes it: the names taken, and the chunk. */
const STATIC = /\b(import|export)(?:\{([^}]*)\}from)?"\.\/(?:chunks\/)?(chunk-\w+\.js)";/g;
const EXPORTS = /\bexport\{([^}]*)\};?\s*$/;

/**
 * Joins the chunks that an entry loads at once, and lets all others import from there.
 * @param files texts by name; the chunks that were joined are replaced in it
 */
export async function joinStart(esbuild, files, entry) {
  const chunks = [...loadedAtOnce(files, entry)];
  const exported = (chunk) => namesIn(EXPORTS.exec(files.get(`chunks/${chunk}`))?.[1]);
  // Two chunks may export the same name.
  const nameOf = (chunk, name) => `${name}_${chunks.indexOf(chunk)}`;
  const contents = chunks.map(
    (chunk) => `export{${exported(chunk).map(([, as]) => `${as} as ${nameOf(chunk, as)}`)}}from"./${chunk}";`,
  );
  const { outputFiles } = await esbuild.build({
    stdin: { contents: contents.join("\n"), loader: "js" },
    write: false,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    minifySyntax: true,
    minifyWhitespace: true,
    plugins: [
      {
        name: "chunks-in-memory",
        setup(build) {
          build.onResolve({ filter: /^\.\// }, ({ path, kind }) => {
            const chunk = path.slice(2);
            if (chunks.includes(chunk) && kind !== "dynamic-import")
              return { path: chunk, namespace: "chunk" };
            return { path, external: true };
          });
          build.onLoad({ filter: /.*/, namespace: "chunk" }, ({ path }) => ({
            contents: files.get(`chunks/${path}`),
            loader: "js",
          }));
        },
      },
    ],
    logLevel: "warning",
  });
  const [{ text }] = outputFiles;
  const start = `start-${createHash("sha256").update(text).digest("hex").slice(0, 8)}.js`;
  for (const chunk of chunks) files.delete(`chunks/${chunk}`);
  for (const [name, before] of files) {
    if (!name.endsWith(".js")) continue;
    const place = name.includes("/") ? "./" : "./chunks/";
    const after = before.replace(STATIC, (whole, keyword, names, chunk) => {
      if (!chunks.includes(chunk)) return whole;
      if (names === undefined) return `import"${place}${start}";`;
      const taken = namesIn(names).map(([own, as]) => `${nameOf(chunk, own)} as ${as}`);
      return `${keyword}{${taken}}from"${place}${start}";`;
    });
    const lost = chunks.find((chunk) => after.includes(chunk));
    if (lost) throw new Error(`${name} loads ${lost} in a way that is not known here`);
    files.set(name, after);
  }
  files.set(`chunks/${start}`, text);
}

/** The chunks that load because an entry does. */
function loadedAtOnce(files, entry) {
  const chunks = new Set();
  const from = [entry];
  for (const name of from)
    for (const [, , , chunk] of files.get(name).matchAll(STATIC))
      if (!chunks.has(chunk)) {
        chunks.add(chunk);
        from.push(`chunks/${chunk}`);
      }
  return chunks;
}

/** "a,b as c" as pairs: the name that is taken, and what it is called. */
function namesIn(list = "") {
  return list
    .split(",")
    .filter((name) => name !== "")
    .map((name) => name.trim().split(" as "))
    .map(([own, as = own]) => [own, as]);
}
