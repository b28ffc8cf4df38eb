import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { edgesOf, flowing } from "../../../src/present/picture/graph.ts";
import { partsOf } from "../../../src/present/picture/parts.ts";
import type { PictureOptions } from "../../../src/present/picture/types.ts";
import { design } from "../../../src/sim/index.ts";
import { anyDesign } from "../../helpers/designs.ts";
import { words } from "../../helpers/english.ts";

/** Which part hands requests to which: "from>to label", quiet ones in brackets, links of sites after "=". */
function graphOf(line: string, options: Pick<PictureOptions, "live" | "dark"> = {}) {
  const built = design(line);
  const parts = partsOf(words.picture, built, undefined);
  const edges = edgesOf(words.picture, built, parts);
  const said = ({ from, to, label, isQuiet, isBetweenSites }: (typeof edges)[number]) => {
    const text = `${from}${isBetweenSites ? "=" : ">"}${to}${label ? ` ${label}` : ""}`;
    return isQuiet ? `(${text})` : text;
  };
  const flows = flowing(edges, parts, options);
  return { all: edges.map(said), still: edges.filter((edge) => !flows.has(edge)).map(said) };
}

test.each([
  ["box 2", "users>dns, dns>box"],
  ["dns · web 2×8", "users>dns, dns>web, web>db"],
  ["dns · web 2×8 · db 4", "users>dns, dns>web, web>db"],
  ["dns · lb 2 · web 2×8 · db 4", "users>dns, dns>lb, lb>web, web>db"],
  // What answers beside the web tier is the balancer's to choose; without one the web tier hands on to it.
  ["dns · lb 2 · box 2 · web 2×8 · db 4", "users>dns, dns>lb, lb>web, lb>box, web>db"],
  ["dns · box 2 · web 2×8 · db 4", "users>dns, dns>web, web>box, web>db"],
  // The edge asks the door of the first site for what it lacks.
  ["dns · cdn static · web 2×8 · db 4", "users>dns, (users>cdn static), dns>web, (cdn>web miss), web>db"],
  // Who has copies writes to the primary and reads from them; a cache asks both, and the first store on a miss.
  ["dns · web 2×8 · db 4 + 2×4", "users>dns, dns>web, web>db writes, web>replicas reads, db>replicas copy"],
  [
    "dns · web 2×8 · cache 3 · db 4 + 2×4 · kv 1",
    "users>dns, dns>web, web>cache, cache>db miss, cache>kv, cache>replicas reads, db>replicas copy",
  ],
  [
    "dns · web 2×8 · db 4 + 2×4 · kv 1",
    "users>dns, dns>web, web>db writes, web>kv, web>replicas reads, db>replicas copy",
  ],
  ["dns · web 2×8 · sessions pair · db 4", "users>dns, dns>web, web>db, web>sessions"],
  // Jobs leave from whatever stands lowest.
  [
    "dns · lb 2 · box 2 · web 2×8 · db 4 · queue durable · workers 2×4",
    "users>dns, dns>lb, lb>web, lb>box, web>db, (box>queue publish), queue>workers jobs",
  ],
  [
    "dns · web 2×8 · db 4 · queue durable · workers 2×4",
    "users>dns, dns>web, web>db, (web>queue publish), queue>workers jobs",
  ],
  ["dns · web 2×8 · db 4 · workers 2×4", "users>dns, dns>web, web>db, web>workers jobs"],
  // Of two sites each door bears its site's name, and the data of the first are copied to the other.
  [
    "dns geo · cdn static · sync async · web 2×8 · db 4 · @korea · web 2×8 · db 0 + 2×4",
    "users>dns, (users>cdn static), dns>web us, (cdn>web miss), web>db, dns>web@korea korea, web@korea>replicas@korea reads, db=replicas@korea sites async",
  ],
  [
    "dns geo · web 2×8 · shards 4×8 · @korea · web 2×8 · shards 4×8",
    "users>dns, dns>web us, web>shards, dns>web@korea korea, web@korea>shards@korea",
  ],
  [
    "dns geo · sync sync · web 2×8 · shards 4×8 · @korea · web 2×8 · shards 4×8",
    `users>dns, dns>web us, web>shards, dns>web@korea korea, web@korea>shards@korea, shards=shards@korea ${words.picture.quiet.sync.sync}`,
  ],
])("the edges of %s", (line, edges) => {
  expect(graphOf(line).all.join(", ")).toBe(edges);
});

describe("along an edge something comes", () => {
  const line = "dns geo · sync async · web 2×8 · db 4 · @korea · web 2×8 · db 0 + 2×4";
  test("everywhere, when all is well", () => {
    expect(graphOf(line).still).toEqual([]);
  });

  test("but not out of a part that is down", () => {
    expect(graphOf(line, { live: (id) => ({ down: id === "web" }) }).still).toEqual([
      "web>db",
      "db=replicas@korea sites async",
    ]);
    expect(graphOf(line, { live: () => ({ down: false }) }).still).toEqual([]);
    expect(graphOf(line, { live: (id) => (id === "dns" ? { down: true } : undefined) }).still).toHaveLength(
      5,
    );
  });

  test("nor out of what is not there", () => {
    expect(graphOf("box 2").still).toEqual(["dns>box"]);
    expect(graphOf("dns · web 2×8").still).toEqual([]);
  });

  test("nor into a site that is dark, nor on from it", () => {
    const dark = (region: "us" | "korea") => graphOf(line, { dark: new Map([[region, "dark"]]) }).still;
    expect(dark("korea")).toEqual([
      "dns>web@korea korea",
      "web@korea>replicas@korea reads",
      "db=replicas@korea sites async",
    ]);
    expect(dark("us")).toEqual(["dns>web us", "web>db", "db=replicas@korea sites async"]);
  });

  test("though it is named before the way to it", () => {
    const edges = graphOf("dns · web 2×8 · db 4 + 2×4", { live: (id) => ({ down: id === "db" }) });
    expect(edges.still).toEqual(["db>replicas copy"]);
  });
});

test("no part of any design stands alone: something leads to it, or from it", () => {
  fc.assert(
    fc.property(anyDesign(), (built) => {
      const parts = partsOf(words.picture, built, undefined);
      const ends = new Set(edgesOf(words.picture, built, parts).flatMap(({ from, to }) => [from, to]));
      expect(parts.filter(({ id }) => !ends.has(id)).map(({ id }) => id)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
