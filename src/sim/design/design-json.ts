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
import { type AllowedValues, expectation, type SettingValue } from "./settings.ts";

/** What is wrong with a design in JSON; `where` says it as JSON has it: "sites[1]", "@eu.web". */
export type DesignJsonProblem =
  | { readonly code: "no-object" | "no-settings" | "no-sites" | "no-site"; readonly where: string }
  | { readonly code: "unknown-setting" | "unknown-part"; readonly where: string; readonly name: string }
  | { readonly code: "value"; readonly where: string; readonly takes: AllowedValues; readonly found: string }
  | { readonly code: "region"; readonly where: string; readonly found: string };

/** Reads a JSON value of the shape that `JSON.stringify(design)` writes; unknown and missing names are told. */
export function designFromJson(value: unknown): {
  readonly design?: Design;
  readonly problems: readonly DesignJsonProblem[];
} {
  const problems: DesignJsonProblem[] = [];
  if (!isRecord(value)) return { problems: [{ code: "no-object", where: "" }] };
  let result = emptyDesign();
  const apply = (prefix: string, part: string, holder: unknown) => {
    if (!isRecord(holder)) {
      problems.push({ code: "no-settings", where: `${prefix}${part}` });
      return;
    }
    for (const [key, raw] of Object.entries(holder)) {
      const table = settingsOf(part as PartName);
      if (!Object.hasOwn(table, key)) {
        problems.push({ code: "unknown-setting", where: `${prefix}${part}`, name: JSON.stringify(key) });
        continue;
      }
      // JSON has no Infinity: "never" stands for it.
      const wanted = raw === "never" ? Number.POSITIVE_INFINITY : raw;
      try {
        result = withValue(result, `${prefix}${part}.${key}`, wanted as SettingValue);
      } catch {
        const setting = table[key]!;
        problems.push({
          code: "value",
          where: `${prefix}${part}.${key}`,
          takes: expectation(setting),
          found: JSON.stringify(raw),
        });
      }
    }
  };
  for (const [name, holder] of Object.entries(value)) {
    if (name === "sites") continue;
    if (isGlobalPart(name)) apply("", name, holder);
    else problems.push({ code: "unknown-part", where: "", name: JSON.stringify(name) });
  }
  const sites = value["sites"] ?? [];
  if (!Array.isArray(sites) || sites.length > regionNames.length)
    problems.push({ code: "no-sites", where: "sites" });
  else
    sites.forEach((site: unknown, index) => {
      if (!isRecord(site)) {
        problems.push({ code: "no-site", where: `sites[${index}]` });
        return;
      }
      const { region = "us", ...parts } = site;
      const expected =
        index === 0 ? region === "us" : regionNames.includes(region as RegionName) && region !== "us";
      if (!expected) {
        problems.push({ code: "region", where: `sites[${index}].region`, found: JSON.stringify(region) });
        return;
      }
      for (const [name, holder] of Object.entries(parts))
        if (isSitePart(name)) apply(index === 0 ? "" : `@${region}.`, name, holder);
        else problems.push({ code: "unknown-part", where: `sites[${index}]`, name: JSON.stringify(name) });
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
