/** As much of YAML as a compose file needs: maps, lists and quoted words. */
export type Yaml = string | number | boolean | readonly Yaml[] | { readonly [key: string]: Yaml | undefined };

/** A value as lines of YAML, from a column on. Words are quoted as JSON quotes them, which YAML reads alike. */
export function yamlLines(value: Yaml, indent = 0): string[] {
  const pad = " ".repeat(indent);
  if (typeof value !== "object") return [pad + JSON.stringify(value)];
  if (isList(value)) return value.map((each) => `${pad}- ${JSON.stringify(each)}`);
  return Object.entries(value).flatMap(([key, each]) => {
    if (each === undefined) return [];
    if (typeof each !== "object") return [`${pad}${key}: ${JSON.stringify(each)}`];
    const inner = yamlLines(each, indent + 2);
    return inner.length > 0 ? [`${pad}${key}:`, ...inner] : [`${pad}${key}: {}`];
  });
}

function isList(value: Yaml): value is readonly Yaml[] {
  return Array.isArray(value);
}
