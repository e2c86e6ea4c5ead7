/**
 * Finds the places in code where a word of a text is held against words that are written there: `word.lower === 'of'`,
 * `['in', 'on'].includes(lower)`, `/^(?:who|what)\b/`. What a text's words are is told by their names in the code: `lower`, `base`,
 * `text`, or the outcome of `toLowerCase()`, and what is declared as one of these.
 */
import { parseAst } from 'vitest/node';

/** A node of the syntax tree, as far as it is looked at. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const NOTHING: Node = { type: '', start: 0 };

/** Properties of the engine's types that hold a word as it was written, or its base. */
const WORD_PROPERTIES: ReadonlySet<string> = new Set(['lower', 'base', 'text']);
/** Methods that ask whether, or where, a word is in what they belong to. */
const LOOK_UPS: ReadonlySet<string> = new Set(['has', 'includes', 'indexOf', 'get']);
/** Methods of a word that hold it against another. */
const HOLDS: ReadonlySet<string> = new Set(['startsWith', 'endsWith', 'includes', 'localeCompare']);
const LETTERS = /\p{L}/u;

/** The lines of a file, as written, on which it reads words by words of its own; `isWord` says what in a pattern is one. */
export function wordsRead(code: string, isWord: (text: string) => boolean): string[] {
  const nodes = [...within(parseAst(code, { lang: 'ts' }) as unknown as Node)];
  const named = wordNames(nodes);
  const lists = listNames(nodes);
  const isText = (node: unknown): boolean => isWordOf(node, named);
  const isList = (node: unknown): boolean => {
    const { type, name } = bare(node) ?? NOTHING;
    return type === 'Identifier' ? lists.has(name as string) : holdsLetters(node);
  };
  const found = nodes.filter((node) => {
    if (node.type === 'BinaryExpression' && /^[!=]==?$/u.test(node.operator as string))
      return pairs(node.left, node.right).some(([a, b]) => isText(a) && isLettered(b));
    if (node.type === 'SwitchStatement') return isText(node.discriminant);
    if (node.type === 'MemberExpression' && node.computed) return isText(node.property) && isList(node.object);
    if (node.type === 'CallExpression') {
      const { object, property } = bare(node.callee) ?? NOTHING;
      const [first, second] = node.arguments as Node[];
      const method = (property as Node | undefined)?.name as string;
      if (method === 'hasOwn') return isText(second) && isList(first);
      return (
        (LOOK_UPS.has(method) && isText(first) && isList(object)) ||
        (HOLDS.has(method) && isText(object) && isLettered(first))
      );
    }
    return 'regex' in node && wordsOf((node.regex as { pattern: string }).pattern).some(isWord);
  });
  const starts = [...new Set(found.map((node) => code.lastIndexOf('\n', node.start) + 1))];
  return starts.map((start) => code.slice(start).split('\n', 1)[0]!.trim());
}

/** The runs of letters in a pattern that it looks for as they stand, but for ids of meanings (`a:person`). */
function wordsOf(pattern: string): string[] {
  return (
    pattern.replace(/\b\w:[\w-]+|\\[pP]\{[^}]*\}|\\[ux]\w+|\\.|\[[^\]]*\]|\(\?<\w+>/gu, ' ').match(/[a-z]{2,}/gu) ?? []
  );
}

/** All nodes of a tree, but for types. */
function* within(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const one of node) yield* within(one);
  else if (node && typeof node === 'object' && 'type' in node) {
    if (/^TS(?:Type|Interface)/u.test((node as Node).type)) return;
    yield node as Node;
    for (const child of Object.values(node)) yield* within(child);
  }
}

/** What stands within assertions of a type, brackets, and `?? ''`. */
function bare(node: unknown): Node | undefined {
  const { type, expression, left } = (node ?? {}) as Node;
  if (/^TS\w+Expression$|^ChainExpression$|^ParenthesizedExpression$/u.test(type)) return bare(expression);
  return type === 'LogicalExpression' ? bare(left) : ((node as Node | null) ?? undefined);
}

/** Whether an expression is a word of a text, where `named` are known to be. */
function isWordOf(node: unknown, named: ReadonlySet<string>): boolean {
  const plain = bare(node);
  if (plain?.type === 'Identifier') return named.has(plain.name as string);
  if (plain?.type === 'MemberExpression') return WORD_PROPERTIES.has((plain.property as Node).name as string);
  if (plain?.type !== 'CallExpression') return false;
  const { type, name, property } = bare(plain.callee) ?? NOTHING;
  return type === 'Identifier' ? named.has(name as string) : (property as Node | undefined)?.name === 'toLowerCase';
}

/** The names in a file that stand for words of a text, or for functions that give one. */
function wordNames(nodes: readonly Node[]): ReadonlySet<string> {
  const named = new Set<string>(['lower']);
  for (let before = -1; before < named.size; ) {
    before = named.size;
    for (const node of nodes.filter((n) => n.type === 'VariableDeclarator')) {
      const init = node.init as Node | null;
      const given = init?.type === 'ArrowFunctionExpression' ? init.body : init;
      if (isWordOf(given, named)) named.add((node.id as Node).name as string);
      const [names, values] = [(node.id as Node).elements, bare(init)?.elements] as (Node[] | undefined)[];
      values?.forEach((value, i) => isWordOf(value, named) && named.add(names?.[i]?.name as string));
    }
  }
  return named;
}

/** The names in a file of what is written there with letters. */
function listNames(nodes: readonly Node[]): ReadonlySet<string> {
  const declared = nodes.filter((n) => n.type === 'VariableDeclarator' && holdsLetters(n.init));
  return new Set(declared.map((n) => (n.id as Node).name as string));
}

/** Whether an expression is a list, a set, a map or a record of words that stand there. */
function holdsLetters(node: unknown): boolean {
  const plain = bare(node);
  if (plain?.type === 'ArrayExpression')
    return (plain.elements as Node[]).some((e) => isLettered(e) || holdsLetters(e));
  if (plain?.type === 'NewExpression') return (plain.arguments as Node[]).some(holdsLetters);
  return plain?.type === 'ObjectExpression' && (plain.properties as Node[]).length > 0;
}

const isLettered = (node: unknown): boolean => {
  const { type, value } = bare(node) ?? NOTHING;
  return type === 'Literal' && typeof value === 'string' && LETTERS.test(value);
};

const pairs = (a: unknown, b: unknown): [unknown, unknown][] => [
  [a, b],
  [b, a],
];
