/** A system of the player's own as a level is addressed: by an id that no level has. */

const prefix = "system:";

export function idOfSystem(name: string): string {
  return prefix + name;
}

/** The name of the system that an id addresses; undefined for a level. */
export function systemNamed(id: string): string | undefined {
  return id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
}
