import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { sharesProcess } from "../vitest.config.ts";

/** The house style, as far as a program can see it. Each test lists the offenders as "file:line what". */

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LINES_MAX = 350;

interface Source {
  /** From the root of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
}

function sources(folder: string, ending: RegExp): Source[] {
  const top = join(ROOT, folder);
  if (!existsSync(top)) return [];
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes("node_modules"))
    .map(readSource)
    .sort((a, b) => a.path.localeCompare(b.path));
}

function readSource(path: string): Source {
  const text = readFileSync(path, "utf8");
  return { path: relative(ROOT, path).replaceAll("\\", "/"), text, lines: text.split("\n") };
}

const CODE = /\.(?:ts|tsx|mjs|cjs)$/;
const src = sources("src", CODE);
const tests = sources("test", CODE);
const scripts = [...sources("scripts", CODE), ...sources("bench", CODE)];
const papers: readonly Source[] = [
  ...["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md"]
    .filter((name) => existsSync(join(ROOT, name)))
    .map((name) => readSource(join(ROOT, name))),
  ...sources("docs", /\.md$/),
  ...sources("saves", /^README\.md$/),
];
/** This file names what it forbids. */
const everything = [...src, ...tests, ...scripts, ...papers].filter(
  ({ path }) => path !== "test/tidy.test.ts",
);

/** Lines that match, as "file:line what". Comments can be left out, since they may speak of what is forbidden. */
function offenders(files: readonly Source[], pattern: RegExp, options = { comments: true }): string[] {
  return files.flatMap(({ path, lines, text }) => {
    // Blanking takes offenders away and makes none: a file without one is not taken apart.
    if (!lines.some((line) => pattern.test(line))) return [];
    const code = options.comments ? lines : codeOf(path, text);
    return code.flatMap((line, n) => {
      const found = pattern.exec(line)?.[0];
      return found === undefined ? [] : [`${path}:${n + 1} ${found}`];
    });
  });
}

const codes = new Map<string, readonly string[]>();

/** The lines of a file without what they say to people; worked out once. */
function codeOf(path: string, text: string): readonly string[] {
  const code = codes.get(path) ?? withoutComments(path, text).split("\n");
  codes.set(path, code);
  return code;
}

/** The same text with comments and the insides of strings blanked; line numbers stay. */
function withoutComments(path: string, text: string): string {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const result = text.split("");
  const blank = (from: number, to: number) => {
    for (let at = from; at < to; at++) if (result[at] !== "\n") result[at] = " ";
  };
  const visit = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [])
      blank(range.pos, range.end);
    for (const range of ts.getTrailingCommentRanges(text, node.getEnd()) ?? []) blank(range.pos, range.end);
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) {
      blank(node.getStart() + 1, node.getEnd() - 1);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return result.join("");
}

/** Prose and tables are as long as what they say. */
function isData(path: string): boolean {
  return (
    /^src\/words\/(?!contract)[a-z-]+\//.test(path) ||
    /\/(?:en|ko)\.tsx?$/.test(path) ||
    /(?:^|[/-])(?:data|numbers|words|prose|population)(?:-[\w-]+)?\.ts$/.test(path)
  );
}

describe("files", () => {
  test(`of src/ are short enough to hold in the head: ${LINES_MAX} lines at most, but for prose and data`, () => {
    const long = src.filter(({ path, lines }) => lines.length - 1 > LINES_MAX && !isData(path));
    expect(long.map(({ path, lines }) => `${path} ${lines.length - 1} lines`)).toEqual([]);
  });

  test("have names in kebab-case", () => {
    const files = [...src, ...tests, ...scripts].map(({ path }) => path);
    expect(
      files.filter((path) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*$/.test(basename(path))),
    ).toEqual([]);
  });

  test("whose tests share a process replace no module and no variable of it", () => {
    const inProcess = everything.filter(({ path }) => sharesProcess.test(path));
    expect(inProcess.length).toBeGreaterThan(50);
    expect(offenders(inProcess, /\bvi\.(?:mock|doMock|stub\w+|useFakeTimers|setSystemTime)\b/)).toEqual([]);
  });

  test("leave nothing to be done later", () => {
    expect(offenders(everything, /\b(?:TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
  });

  test("mention no path of anybody's machine and nothing outside the project", () => {
    const outside =
      /(?:^|[\s"'`(=])(?:\/(?:home|Users|work|root|mnt)\/[\w.-]+|[A-Z]:\\Users\\|(?:\.\.\/)+shared\/)/;
    expect(offenders(everything, outside)).toEqual([]);
  });
});

describe("one dialect", () => {
  test("what a class keeps to itself begins with #, and an element that is there is said with !", () => {
    expect(offenders(src, /^\s+private\s/, { comments: false })).toEqual([]);
    expect(offenders(src, /\] as number\b/, { comments: false })).toEqual([]);
  });
});

describe("the rules of the game", () => {
  const pure = src.filter(({ path }) => /^src\/(?:sim|game|levels)\//.test(path));
  const solver = src.filter(({ path }) => path.startsWith("src/solver/"));

  test("know no chance but the seed's", () => {
    expect(offenders([...pure, ...solver], /\bMath\.random\b/, { comments: false })).toEqual([]);
  });

  test("know no clock (the solver may time itself, but not ask for the date)", () => {
    expect(offenders(pure, /\b(?:new Date|Date\.|performance\.)/, { comments: false })).toEqual([]);
    expect(offenders(solver, /\b(?:new Date|Date\.)/, { comments: false })).toEqual([]);
  });

  test("say what each function is for that others may call", () => {
    const open = src.filter(({ path }) => /^src\/(?:sim|game)\//.test(path));
    expect(open.flatMap(({ path, text }) => undocumented(path, text))).toEqual([]);
  });
});

/** Exported functions (and constants that hold one) without a docstring. */
function undocumented(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return file.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported || ts.getJSDocCommentsAndTags(statement).length > 0) return [];
    const line = file.getLineAndCharacterOfPosition(statement.getStart()).line + 1;
    if (ts.isFunctionDeclaration(statement)) {
      // Of an overloaded function, the first signature carries the words.
      const isLaterOverload = file.statements.some(
        (other) =>
          other !== statement &&
          other.pos < statement.pos &&
          ts.isFunctionDeclaration(other) &&
          other.name?.text === statement.name?.text,
      );
      return isLaterOverload ? [] : [`${path}:${line} ${statement.name?.text}`];
    }
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations
      .filter(
        ({ initializer: value }) => value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)),
      )
      .map(({ name }) => `${path}:${line} ${name.getText()}`);
  });
}

describe("tests", () => {
  test("are neither skipped nor alone, except by onlyWhen, which says why", () => {
    const files = tests.filter(({ path }) => path !== "test/helpers/only-when.ts");
    const silent =
      /\b(?:it|test|describe|bench)\.(?:[a-z]+\.)*(?:skip|skipIf|runIf|only|todo|fails)\b|\bx(?:it|test|describe)\(/;
    expect(offenders(files, silent, { comments: false })).toEqual([]);
  });
});

describe("this test", () => {
  test("sees code, and neither comments nor strings", () => {
    const lines = [
      "const a = Math.random(); // Math.random",
      'const b = "Math.random";',
      "/* Math.random */",
    ];
    const seen = offenders([{ path: "x.ts", text: lines.join("\n"), lines }], /Math\.random/, {
      comments: false,
    });
    expect(seen).toEqual(["x.ts:1 Math.random"]);
  });

  test("sees which functions lack their words", () => {
    const text =
      "export function f() {}\n/** Words. */\nexport const g = () => 1;\nexport const h = () => 1;\nfunction i() {}";
    expect(undocumented("x.ts", text)).toEqual(["x.ts:1 f", "x.ts:4 h"]);
  });
});

describe("packages", () => {
  type Locked = { optionalDependencies?: Record<string, string>; resolved?: string };
  const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
    packages: Record<string, Locked>;
  };
  const locked = Object.entries(lock.packages);

  test("are locked for every system, not only for the one where the lock file was made", () => {
    const missing = locked.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) =>
          !(`node_modules/${name}` in lock.packages) && !(`${path}/node_modules/${name}` in lock.packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  test("are locked by content and not by the address they came from", () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  test("are pinned, and all bundled: installing the game fetches nothing else", () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Record<string, unknown>;
    expect(manifest.dependencies).toBeUndefined();
    const versions = Object.entries(manifest.devDependencies as Record<string, string>);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

describe("papers", () => {
  test("every decision tells its context, its choice and its consequence, and is numbered once", () => {
    const decisions = papers.filter(({ path }) => path.startsWith("docs/decisions/"));
    const wrong = decisions.filter(({ path, text }) => {
      const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
      const isNamed = /^docs\/decisions\/\d{4}-[a-z0-9-]+\.md$/.test(path);
      return !isNamed || headings.slice(0, 3).join() !== "Context,Choice,Consequence";
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
    const numbers = decisions.map(({ path }) => basename(path).slice(0, 4));
    expect(numbers.filter((number, n) => numbers.indexOf(number) !== n)).toEqual([]);
  });

  test("every link within the project leads somewhere", () => {
    const broken = papers.flatMap(({ path, text }) =>
      [...withoutCodeBlocks(text).matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g)]
        .map(([, link, image]) => link ?? image ?? "")
        .filter((link) => !/^[a-z]+:/.test(link) && !leads(path, link))
        .map((link) => `${path}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  test("every file, folder and test of the project that is named in code style exists", () => {
    // What the build writes is not there before it.
    const known = ["dist/", ...readdirSync(ROOT), ...filesOf("src", "test", "scripts", "bench", "docs")];
    const named = papers.flatMap(({ path, text }) =>
      [...withoutCodeBlocks(text).matchAll(/`([\w.*/-]+)`/g)].map(([, name = ""]) => ({ path, name })),
    );
    const rooted = named.filter(({ name }) => /^(?:src|test|scripts|bench|docs)\//.test(name));
    const bare = named.filter(({ name }) =>
      /^(?!\w+\/)[\w.-]+\.(?:ts|tsx|mjs|cjs)$|^[a-z][\w-]*\/$/.test(name),
    );
    expect(rooted.length).toBeGreaterThan(100);
    expect(bare.length).toBeGreaterThan(30);
    const isThere = (name: string) => known.some((file) => `/${file}`.includes(`/${name}`));
    // A test goes by its name without an ending, and `*` stands for several: what they begin with is looked for.
    const missing = [...rooted, ...bare]
      .map(({ path, name }) => ({ path, name: name.replace(/\*.*$/, "") }))
      .filter(({ name }) => !/NN|XX/.test(name) && !isThere(name));
    expect(missing.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
  });

  test("every name that a paper takes from the code is in the code", () => {
    const code = [...src, ...scripts].map(({ text }) => text).join("\n");
    const words = new Set(code.match(/\w+/g));
    const named = papers
      .filter(({ path }) => !path.startsWith("docs/decisions/")) // those speak of other people's code too
      .flatMap(({ path, text }) =>
        [...withoutCodeBlocks(text).matchAll(/`([a-z]+[A-Z]\w*)`/g)].map(([, name = ""]) => ({ path, name })),
      );
    expect(named.length).toBeGreaterThan(30);
    const unknown = named.filter(({ name }) => !words.has(name));
    expect(unknown.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
  });
});

/** All files below folders of the project, with forward slashes. */
function filesOf(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
  );
}

function leads(from: string, link: string): boolean {
  const [file = "", anchor] = link.split("#");
  const target = file === "" ? join(ROOT, from) : join(ROOT, dirname(from), decodeURIComponent(file));
  if (!existsSync(target)) return false;
  if (anchor === undefined || !target.endsWith(".md")) return true;
  return [...readFileSync(target, "utf8").matchAll(/^#+ (.+)$/gm)].some(
    ([, title]) => slug(title ?? "") === anchor,
  );
}

/** The anchor of a heading, as code hosts make it. */
function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}

function withoutCodeBlocks(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, "");
}
