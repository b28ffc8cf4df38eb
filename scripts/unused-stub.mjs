/**
 * Stands in for what bundled packages can load and the game never asks of them: nobody debugs React inside the
 * finished game, and the saves have no schema for conf to check.
 */
export default {
  initialize() {},
  connectToDevTools() {},
};

export class Ajv2020 {
  constructor() {
    throw new Error("the bundle has no schemas: see scripts/build.mjs");
  }
}
