import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const HEAD = `What is bundled here contains the packages below. Each comes under its own licence.
`;

/**
 * The licences of all packages in a bundle, as one text.
 * @param root the project's folder
 * @param metafile what esbuild says went into the bundle
 * @param comments the legal comments that esbuild collected from the sources, where it did not leave them in place
 */
export function licences(root, metafile, comments = "") {
  const bundled = new Set();
  for (const output of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
      if (folder !== undefined && bytesInOutput > 0) bundled.add(folder);
    }
  }
  const sections = [...bundled].map((folder) => section(join(root, folder))).sort();
  const collected = comments === "" ? [] : [rule("Comments in the sources"), comments];
  return [HEAD, ...new Set(sections), ...collected].join("\n");
}

function section(folder) {
  const { name, version, license, author, homepage, repository } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  if (!license) throw new Error(`the package ${name} names no licence, so it cannot be bundled`);
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text =
    file !== undefined && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : "";
  const by = typeof author === "string" ? author : author?.name;
  const home = homepage ?? (typeof repository === "string" ? repository : repository?.url) ?? "";
  return [
    rule(`${name} ${version} (${license})`),
    text.trim() || `${license}, by ${by ?? "its authors"}. ${home}`,
    "",
  ].join("\n");
}

function rule(title) {
  return `${"-".repeat(78)}\n${title}\n${"-".repeat(78)}`;
}
