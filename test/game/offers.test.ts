/** How a level writes down what its shop sells. */
import { expect, test } from "vitest";
import { count, pick, toggle } from "../../src/game/index.ts";
import { globalParts, locate, regionNames, type SettingPath, siteParts } from "../../src/sim/index.ts";

const paths = (parts: object) =>
  Object.entries(parts).flatMap(([part, settings]) =>
    Object.keys(settings as object).map((key) => `${part}.${key}` as SettingPath),
  );

test("an offer belongs to the part of its setting, and only a database's replicas are a part of their own", () => {
  for (const path of [...paths(globalParts), ...paths(siteParts)]) {
    const { part, key } = locate(path);
    const wanted = part === "db" && key.startsWith("replica") ? "replicas" : part;
    expect(pick(path, []).part, path).toBe(wanted);
  }
  expect(pick("shards.replicas", [0, 1]).part).toBe("shards");
  expect(pick("db.replicas", [0, 1]).part).toBe("replicas");
  expect(pick("db.size", [8]).part).toBe("db");
});

test("what is sold for one site says where", () => {
  for (const region of regionNames)
    expect(pick(`@${region}.db.replicas` as SettingPath, [1]).part).toBe(`replicas@${region}`);
});

test("a number is sold from the first to the last, by its step; a toggle off and on", () => {
  const setIn = ({ choices }: ReturnType<typeof pick>) => choices.flatMap(({ set }) => Object.values(set));
  expect(setIn(count("web.count", 2, 8, 3))).toEqual([2, 5, 8]);
  expect(setIn(count("web.count", 2, 7, 3))).toEqual([2, 5]);
  expect(setIn(count("web.count", 4, 4))).toEqual([4]);
  expect(setIn(toggle("lb.retry"))).toEqual([false, true]);
});
