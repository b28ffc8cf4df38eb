/**
 * Writes the pictures of the README anew:
 *
 *   npm run picture
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pictures } from "./pictures.ts";

for (const [name, svg] of Object.entries(await pictures())) {
  writeFileSync(fileURLToPath(new URL(`../docs/${name}`, import.meta.url)), svg);
  console.log(`docs/${name}`);
}
