/**
 * Mutants of a source: small wrong versions of one expression each. A file is instrumented once with all of its
 * mutants behind a switch (`$mutant(id)`), so that a mutant costs a test run and not a compilation.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** What is broken: where something is judged, chosen, explained or shown. */
const SCOPE = ["src/game", "src/present", "src/sim/report", "src/sim/tiers/operations/fog.ts"];

export interface Mutant {
  /** Counts through all files in order of their names. */
  readonly id: number;
  readonly path: string;
  readonly line: number;
  readonly was: string;
  readonly becomes: string;
}

export interface Instrumented {
  readonly code: string;
  readonly mutants: readonly Mutant[];
}

const K = ts.SyntaxKind;

/** What an operator becomes: the neighbour at its limit, and its opposite. */
const operators: ReadonlyMap<ts.SyntaxKind, readonly string[]> = new Map([
  [K.LessThanToken, ["<=", ">="]],
  [K.LessThanEqualsToken, ["<", ">"]],
  [K.GreaterThanToken, [">=", "<="]],
  [K.GreaterThanEqualsToken, [">", "<"]],
  [K.EqualsEqualsEqualsToken, ["!=="]],
  [K.ExclamationEqualsEqualsToken, ["==="]],
  [K.AmpersandAmpersandToken, ["||"]],
  [K.BarBarToken, ["&&"]],
  [K.QuestionQuestionToken, ["&&"]],
  [K.PlusToken, ["-"]],
  [K.MinusToken, ["+"]],
  [K.AsteriskToken, ["/"]],
  [K.SlashToken, ["*"]],
]);

/** What a method becomes. */
const methods: ReadonlyMap<string, string> = new Map([
  ["min", "max"],
  ["max", "min"],
  ["floor", "ceil"],
  ["ceil", "floor"],
  ["some", "every"],
  ["every", "some"],
  ["find", "findLast"],
  ["findLast", "find"],
]);

/** Numbers below it are allowances for rounding, such as 1e-9. */
const roundingMax = 1e-6;

/** Whether a call finds what has a name: there is one of it, wherever the search begins. */
function findsByName({ expression, arguments: [test] }: ts.CallExpression): boolean {
  return (
    ts.isPropertyAccessExpression(expression) &&
    expression.name.text.startsWith("find") &&
    test !== undefined &&
    ts.isArrowFunction(test) &&
    ts.isBinaryExpression(test.body) &&
    test.body.operatorToken.kind === K.EqualsEqualsEqualsToken
  );
}

/** The wrong versions of one node, as text, without those of the nodes in it. */
function versions(node: ts.Node, source: ts.SourceFile): string[] {
  const text = (part: ts.Node) => part.getText(source);
  if (ts.isNumericLiteral(node)) {
    const value = Number(node.text.replaceAll("_", ""));
    // What rounding is allowed may as well be twice as much.
    if (value > 0 && value < roundingMax) return [];
    return [value === 0 ? "1" : Number.isInteger(value) && value < 4 ? String(value + 1) : String(value * 2)];
  }
  if (node.kind === K.TrueKeyword) return ["false"];
  if (node.kind === K.FalseKeyword) return ["true"];
  if (ts.isBinaryExpression(node)) {
    // Text joined by a plus has no minus.
    const isText = node.operatorToken.kind === K.PlusToken && /["'`]/.test(text(node));
    const others = isText ? [] : (operators.get(node.operatorToken.kind) ?? []);
    return others.map((other) => `(${text(node.left)}) ${other} (${text(node.right)})`);
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken) return [text(node.operand)];
  if (ts.isConditionalExpression(node)) {
    const { condition, whenTrue, whenFalse } = node;
    // A property that is undefined says what one says that is not there; types alone tell them apart.
    const isOptional = text(whenTrue) === "{}" && /=== undefined$/.test(text(condition));
    return isOptional ? [text(whenTrue)] : [text(whenTrue), text(whenFalse)];
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { expression: object, name } = node.expression;
    const args = node.arguments.map(text).join(", ");
    const other = findsByName(node) ? undefined : methods.get(name.text);
    if (other !== undefined) return [`${text(object)}.${other}(${args})`];
    if (name.text === "filter" && node.questionDotToken === undefined) return [text(object)];
  }
  return [];
}

/**
 * Whether an expression stands where code is evaluated: not in a type, an enum, an import or a property's name. Nor
 * behind `list[index] ??`, which types want of lists that are known to be long enough.
 */
function isRun(node: ts.Node): boolean {
  const { parent } = node;
  if (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === K.QuestionQuestionToken &&
    parent.right === node &&
    ts.isElementAccessExpression(parent.left)
  )
    return false;
  if (ts.isLiteralTypeNode(parent) || ts.isTypeNode(node)) return false;
  if ((ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) && parent.name === node)
    return false;
  if (ts.isPrefixUnaryExpression(parent) && ts.isLiteralTypeNode(parent.parent)) return false;
  return true;
}

/** Every mutant of a source behind its switch. Ids count on from `firstId`. */
export function instrument(path: string, text: string, firstId: number): Instrumented {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];

  /** The node's text with the switches of everything in it. */
  const rewrite = (node: ts.Node): string => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
      return node.getFullText(source);
    const from = node.getFullStart();
    let result = "";
    let at = from;
    ts.forEachChild(node, (child) => {
      result += text.slice(at, child.getFullStart()) + rewrite(child);
      at = child.getEnd();
    });
    result += text.slice(at, node.getEnd());
    if (!ts.isExpression(node) && node.kind !== K.TrueKeyword && node.kind !== K.FalseKeyword) return result;
    if (!isRun(node)) return result;
    const others = versions(node, source);
    if (others.length === 0) return result;
    const lead = result.slice(0, node.getStart(source) - from);
    let inner = `(${result.slice(lead.length)})`;
    for (const becomes of others) {
      const id = firstId + mutants.length;
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      mutants.push({ id, path, line: line + 1, was: node.getText(source), becomes });
      inner = `($mutant(${id}) ? (${becomes}) : ${inner})`;
    }
    return lead + inner;
  };

  return { code: rewrite(source) + text.slice(source.getEnd()), mutants };
}

/** Every source that is broken, instrumented, by its whole path. */
export function sources(): Map<string, Instrumented> {
  const files = SCOPE.flatMap((scope) =>
    scope.endsWith(".ts")
      ? [scope]
      : readdirSync(scope, { recursive: true, withFileTypes: true })
          .filter(
            (entry) =>
              entry.isFile() && /\.ts$/.test(entry.name) && !/(?:^|-)(?:en|population)\.ts$/.test(entry.name),
          )
          .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/")),
  ).sort();
  const result = new Map<string, Instrumented>();
  let nextId = 0;
  for (const path of files) {
    const made = instrument(path, readFileSync(path, "utf8"), nextId);
    nextId += made.mutants.length;
    result.set(join(process.cwd(), path), made);
  }
  return result;
}
