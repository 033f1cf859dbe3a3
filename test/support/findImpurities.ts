import ts from 'typescript';

/** Names a source file may not mention: they make a result depend on the host, the clock or chance. */
const HOST_NAMES = new Set([
  'console',
  'process',
  'globalThis',
  'performance',
  'crypto',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'structuredClone',
  'require',
  'Intl',
  'Temporal',
  'eval',
]);

/** The one file that may format by `Intl`: it takes the language as an argument, and never the host's. */
const FORMATTER = 'src/report/words/format.ts';

/** Members of built-in objects that do the same. */
const HOST_MEMBERS = new Set(['Math.random', 'Date.now', 'Date.prototype']);

/** What each of them is written with. */
const SUSPICIOUS = new RegExp(
  `\\b(${[...HOST_NAMES].join('|')}|random|Date|toLocale\\w*|localeCompare|import\\s*[(.])`,
);

/**
 * What in a source file reads the clock, chance, the locale or the host, or writes to it: each with
 * file and line. Types are not looked at, since nothing of them is left when the code runs.
 */
export function findImpurities(file: string, text: string): string[] {
  // Where not even a comment says one of these there is nothing to find, and no tree to grow.
  if (!SUSPICIOUS.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const declared = declaredNames(source);
  const found: string[] = [];
  const mayFormat = file.endsWith(FORMATTER);
  const report = (node: ts.Node, what: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${line + 1} ${what}`);
  };

  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isPropertyAccessExpression(node)) {
      const member = `${node.expression.getText()}.${node.name.text}`;
      if (HOST_MEMBERS.has(member)) report(node, member);
      if (/^(toLocale|localeCompare$)/.test(node.name.text)) report(node, node.name.text);
      visit(node.expression);
      return;
    }
    if (
      ts.isIdentifier(node) &&
      HOST_NAMES.has(node.text) &&
      !(mayFormat && node.text === 'Intl') &&
      !declared.has(node.text) &&
      !isKey(node)
    ) {
      report(node, node.text);
    }
    if (ts.isNewExpression(node) && isDate(node.expression) && !node.arguments?.length) {
      report(node, 'new Date()');
    }
    if (ts.isCallExpression(node)) {
      if (isDate(node.expression)) report(node, 'Date()');
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) report(node, 'import()');
    }
    if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
      report(node, 'import.meta');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The names a file gives to values of its own, in any scope. */
function declaredNames(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (
      (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) &&
      ts.isIdentifier(node.name)
    ) {
      names.add(node.name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

function isDate(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === 'Date';
}

/** Whether a name only names a field, as in `{ process: 1 }`. */
function isKey(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node) ||
    (ts.isPropertyDeclaration(parent) && parent.name === node)
  );
}
