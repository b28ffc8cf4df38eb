/** Design ⇄ JSON, for scripts: the shape of a design as it is, with "never" for an endless time. */
import {
  type Design,
  emptyDesign,
  isGlobalPart,
  isSitePart,
  type PartName,
  type RegionName,
  regionNames,
  settingsOf,
  withValue,
} from "./design.ts";
import { expectation, type SettingValue } from "./settings.ts";

/** Reads a JSON value of the shape that `JSON.stringify(design)` writes; unknown and missing names are told. */
export function designFromJson(value: unknown): { readonly design?: Design; readonly problems: string[] } {
  const problems: string[] = [];
  if (!isRecord(value)) return { problems: ["a design is an object"] };
  let result = emptyDesign();
  const apply = (prefix: string, part: string, holder: unknown) => {
    if (!isRecord(holder)) {
      problems.push(`${prefix}${part} is an object of settings`);
      return;
    }
    for (const [key, raw] of Object.entries(holder)) {
      const table = settingsOf(part as PartName);
      if (!Object.hasOwn(table, key)) {
        problems.push(`${prefix}${part} has no setting ${JSON.stringify(key)}`);
        continue;
      }
      // JSON has no Infinity: "never" stands for it.
      const wanted = raw === "never" ? Number.POSITIVE_INFINITY : raw;
      try {
        result = withValue(result, `${prefix}${part}.${key}`, wanted as SettingValue);
      } catch {
        const setting = table[key]!;
        problems.push(`${prefix}${part}.${key} takes ${expectation(setting)}, not ${JSON.stringify(raw)}`);
      }
    }
  };
  for (const [name, holder] of Object.entries(value)) {
    if (name === "sites") continue;
    if (isGlobalPart(name)) apply("", name, holder);
    else problems.push(`a design has no part ${JSON.stringify(name)}`);
  }
  const sites = value["sites"] ?? [];
  if (!Array.isArray(sites) || sites.length > regionNames.length) problems.push("sites is a list of sites");
  else
    sites.forEach((site: unknown, index) => {
      if (!isRecord(site)) {
        problems.push(`sites[${index}] is an object`);
        return;
      }
      const { region = "us", ...parts } = site;
      const expected =
        index === 0 ? region === "us" : regionNames.includes(region as RegionName) && region !== "us";
      if (!expected) {
        problems.push(
          `sites[${index}].region is ${JSON.stringify(region)}; the first site is "us", others differ`,
        );
        return;
      }
      for (const [name, holder] of Object.entries(parts))
        if (isSitePart(name)) apply(index === 0 ? "" : `@${region}.`, name, holder);
        else problems.push(`sites[${index}] has no part ${JSON.stringify(name)}`);
    });
  return problems.length === 0 ? { design: result, problems } : { problems };
}

/** The reverse of `designFromJson`: plain JSON, with "never" for an endless time. */
export function designToJson(design: Design): unknown {
  return JSON.parse(
    JSON.stringify(design, (_key, value: unknown) => (value === Number.POSITIVE_INFINITY ? "never" : value)),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
