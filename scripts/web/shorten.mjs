import { minify } from "terser";

/**
 * A script that is minified by esbuild, once more over all of its chunks: a longer search for shorter ways to say a
 * thing, and names given anew, so that what is alike is called alike. Nothing is done to it that its text does not
 * allow: no option that holds on good faith is on.
 * @param {string} script
 * @returns {Promise<string>}
 */
export async function shortened(script) {
  const { code } = await minify(script, {
    ecma: 2022,
    compress: { passes: 2 },
    format: { comments: "some" },
  });
  return code;
}
