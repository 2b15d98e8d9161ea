import ts from "typescript";

/** Attributes whose text a person reads. */
const SPOKEN = new Set([
  ...["label", "title", "placeholder", "alt", "aria-label", "aria-description", "aria-roledescription"],
  ...["lead", "text", "hint", "caption", "description", "summary", "heading", "preview", "legend"],
]);
const LETTERS = /\p{L}{2,}/u;

/**
 * The words that markup says outright where it should ask for a message: text between tags, literals shown by
 * braces, and literals in attributes that a person reads.
 *
 * @returns each as "line: words"
 */
export function literalWords(path: string, text: string): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const words = wordsOf(node)?.trim().replaceAll(/\s+/g, " ");
    if (words && LETTERS.test(words)) {
      found.push(`${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${words}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function wordsOf(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text;
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateHead(node)) return undefined;
  return isShown(ts.isTemplateHead(node) ? node.parent : node) ? node.text : undefined;
}

/** Whether a literal is what a person reads: directly, or as one of the outcomes of a condition. */
function isShown(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isConditionalExpression(parent)) return node !== parent.condition && isShown(parent);
  if (ts.isParenthesizedExpression(parent)) return isShown(parent);
  if (ts.isBinaryExpression(parent)) {
    if (parent.operatorToken.kind === ts.SyntaxKind.PlusToken) return isShown(parent);
    const logical = [
      ts.SyntaxKind.AmpersandAmpersandToken,
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
    ];
    return logical.includes(parent.operatorToken.kind) && node === parent.right && isShown(parent);
  }
  if (ts.isJsxAttribute(parent)) return SPOKEN.has(parent.name.getText());
  if (!ts.isJsxExpression(parent)) return false;
  return ts.isJsxAttribute(parent.parent) ? SPOKEN.has(parent.parent.name.getText()) : true;
}

/** Utilities that name a side of the screen instead of an end of the line; Arabic reads from the other one. */
const SIDES =
  /(?<![\w-])-?(?:m[lr]|p[lr]|left|right|border-[lr]|rounded-[lr]|rounded-[tb][lr]|scroll-[mp][lr])-(?=[\w[(])|(?<![\w-])(?:text|float|clear)-(?:left|right)(?![\w-])|(?<![\w-])border-[lr](?![\w-])/g;

/** The classes in a source that would not mirror. */
export const sidesNamed = (text: string): readonly string[] =>
  [...text.matchAll(SIDES)].map(([found]) => found);
