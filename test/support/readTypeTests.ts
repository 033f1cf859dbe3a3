import ts from 'typescript';

/** A test that is passed by compiling. */
export interface TypeTest {
  /** What it claims. */
  readonly title: string;
  /** What the compiler says of it, each with its line; empty when all compiles that must, and nothing that must not. */
  readonly faults: readonly string[];
}

/** The tests of a file of types, `it('title', () => { ... })`; a fault outside of them all is the first one's. */
export function readTypeTests(program: ts.Program, path: string): readonly TypeTest[] {
  const file = program.getSourceFile(path);
  if (file === undefined) throw new Error(`${path} is not in the program`);
  const tests: { title: string; node: ts.Node; faults: string[] }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'it') {
      const [title] = node.arguments;
      if (title !== undefined && ts.isStringLiteralLike(title)) {
        tests.push({ title: title.text, node, faults: [] });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  const [first] = tests;
  if (first === undefined) throw new Error(`${path} has no test`);
  for (const diagnostic of [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]) {
    const start = diagnostic.start ?? 0;
    const { faults } = tests.find(({ node }) => node.pos <= start && start < node.end) ?? first;
    const { line } = file.getLineAndCharacterOfPosition(start);
    faults.push(
      `${path}:${line + 1} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')}`,
    );
  }
  return tests.map(({ title, faults }) => ({ title, faults }));
}
