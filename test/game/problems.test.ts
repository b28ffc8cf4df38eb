import { expect, test } from "vitest";
import { design, type ProblemCode, problemCodes, problemsOf } from "../../src/sim/index.ts";
import { inPart } from "../../src/words/en/problems.ts";

const broken: Readonly<Record<ProblemCode, string>> = {
  "site-without-route": "dns · box 4 · @korea · box 4",
  "sync-without-site": "dns · box 4 · sync async",
  "replica-without-primary": "dns · web 1×8 · db 0 + 1×4",
  "sticky-without-balancer": "dns · lb 0 sticky · web 1×8 · db 4",
  "balancer-without-web": "dns · lb 1",
  "box-and-web": "dns · box 4 · web 1×8",
  "queue-without-workers": "dns · web 1×8 · db 4 · queue durable",
  "workers-without-queue": "dns · web 1×8 · db 4 · workers 2×8",
  "scale-below-count": "dns · web 1×8 · db 4 · queue durable · workers 4×8 max=2",
  "scale-bounds": "dns · web 1×8 target=60 min=4 max=2 · db 4",
  "dedicated-without-shards": "dns · web 1×8 · db 4 · shards 0×8 dedicated",
  "memory-without-cache": "dns · web 1×8 · shards 2×8 likes=memory",
  "only-without-cache": "dns · web 1×8 · cache 0 only · db 4",
};

test.each(problemCodes)("%s is found alone where it is, and said in words with its part", (code) => {
  const found = problemsOf(design(broken[code]));
  expect(found.map((problem) => problem.code)).toEqual([code]);
  expect(inPart(found[0]!)).toMatch(new RegExp(`^${found[0]!.part}: \\w.{15,}[^.]$`));
});

test("a problem of another site says which", () => {
  const [problem] = problemsOf(design("dns geo · box 4 · @korea · lb 1"));
  expect(problem).toEqual({ code: "balancer-without-web", part: "lb", region: "korea" });
  expect(inPart(problem!)).toBe("@korea lb: a balancer needs web boxes behind it");
});
