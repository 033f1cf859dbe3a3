import { dirname, join } from 'node:path';
import ts from 'typescript';
import { type Example, placeOf } from './example.ts';

/** An example with the imports it left unsaid, and what the compiler says of it. */
export interface CompiledExample {
  /** The example as it was read. */
  readonly example: Example;
  /** What runs: imports, earlier blocks, and the example itself at the end. */
  readonly code: string;
  /** The faults found by the compiler, each with its place; empty when it compiles. */
  readonly faults: readonly string[];
}

interface Exported {
  readonly name: string;
  readonly isType: boolean;
}

/** The entries of the package, each with the file it starts from. */
const ENTRIES: readonly (readonly [module: string, file: string])[] = [
  ['service-cycle', 'src/index.ts'],
  ['service-cycle/interop', 'src/interop/index.ts'],
];

/** Parsed once for all programs: most of it is the compiler's own library. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/**
 * Compiles all examples in one program, strictly, against the package by its own name.
 *
 * A guide's block says its imports. An example in `src` may leave them out: then every name it
 * mentions comes from the package or, when the package keeps it to itself, from the example's file.
 *
 * @param root - the folder of the project, with tsconfig.test.json and src/index.ts
 */
export function compileExamples(root: string, examples: readonly Example[]): CompiledExample[] {
  const options = readOptions(root);
  const virtual = new Map<string, string>();
  const host = cachingHost(options, virtual);

  const sources = [...new Set(examples.map(({ file }) => file))].filter((file) =>
    file.startsWith('src/'),
  );
  const entries = ENTRIES.map(([module, file]) => [module, join(root, file)] as const).filter(
    ([, file]) => ts.sys.fileExists(file),
  );
  const library = ts.createProgram({
    rootNames: [...entries.map(([, file]) => file), ...sources.map((file) => join(root, file))],
    options,
    host,
  });
  const exportsOf = (file: string): Map<string, Exported> => exportedNames(library, file);
  const publicNames = entries.map(([module, file]) => ({ module, names: exportsOf(file) }));

  const prepared = examples.map((example, number) => {
    const isSource = sources.includes(example.file);
    const head = isSource
      ? impliedImports(example, publicNames, exportsOf(join(root, example.file)))
      : '';
    // One line, so that line n of the example is line n + 1 of the program.
    const before = `${head}\n${example.before}`;
    const code = `${before}${example.code}\nexport {};\n`;
    const path = join(root, dirname(example.file), `__example_${number}.ts`);
    virtual.set(path, code);
    return { example, code, path, skippedLines: before.split('\n').length - 1 };
  });

  const program = ts.createProgram({
    rootNames: [...virtual.keys()],
    options,
    host,
    oldProgram: library,
  });
  return prepared.map(({ example, code, path, skippedLines }) => {
    const file = program.getSourceFile(path);
    const diagnostics = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ];
    const faults = diagnostics.map((diagnostic) => {
      const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
      const line = file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
      return `${placeOf(example, Math.max(0, line - skippedLines))} ${message}`;
    });
    return { example, code, faults };
  });
}

function readOptions(root: string): ts.CompilerOptions {
  const path = join(root, 'tsconfig.test.json');
  const { config, error } = ts.readConfigFile(path, (file) => ts.sys.readFile(file));
  if (error !== undefined)
    throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, root);
  return { ...options, allowJs: false, checkJs: false, noUnusedLocals: false, noEmit: true };
}

function cachingHost(
  options: ts.CompilerOptions,
  virtual: ReadonlyMap<string, string>,
): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  return {
    ...host,
    fileExists: (path) => virtual.has(path) || host.fileExists(path),
    readFile: (path) => virtual.get(path) ?? host.readFile(path),
    getSourceFile: (path, languageVersion) => {
      const text = virtual.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, languageVersion, true);
      if (!parsed.has(path)) parsed.set(path, host.getSourceFile(path, languageVersion));
      return parsed.get(path);
    },
  };
}

function exportedNames(program: ts.Program, path: string): Map<string, Exported> {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(path);
  const module = file && checker.getSymbolAtLocation(file);
  if (module === undefined) return new Map();
  return new Map(
    checker.getExportsOfModule(module).map((symbol) => {
      const target =
        symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const isType = (target.flags & ts.SymbolFlags.Value) === 0;
      return [symbol.name, { name: symbol.name, isType }];
    }),
  );
}

function impliedImports(
  example: Example,
  fromPackage: readonly {
    readonly module: string;
    readonly names: ReadonlyMap<string, Exported>;
  }[],
  fromFile: ReadonlyMap<string, Exported>,
): string {
  const source = ts.createSourceFile('example.ts', example.code, ts.ScriptTarget.ES2022, true);
  if (source.statements.some(ts.isImportDeclaration)) return '';

  const mentioned = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      if (isDeclaredBy(node, parent)) declared.add(node.text);
      else if (!isPropertyName(node, parent)) mentioned.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);

  const wanted = [...mentioned].filter((name) => !declared.has(name));
  const own = `./${example.file.slice(example.file.lastIndexOf('/') + 1)}`;
  const homes = [...fromPackage, { module: own, names: fromFile }];
  const imports = homes.map(({ module, names }, place) => {
    const specifiers = wanted
      .filter((name) => !homes.slice(0, place).some((earlier) => earlier.names.has(name)))
      .map((name) => names.get(name))
      .filter((exported) => exported !== undefined)
      .map(({ name, isType }) => (isType ? `type ${name}` : name));
    return specifiers.length === 0 ? '' : `import { ${specifiers.join(', ')} } from '${module}';`;
  });
  return imports.join('');
}

function isDeclaredBy(node: ts.Identifier, parent: ts.Node): boolean {
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isBindingElement(parent) ||
      ts.isParameter(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent) ||
      ts.isTypeParameterDeclaration(parent)) &&
    parent.name === node
  );
}

function isPropertyName(node: ts.Identifier, parent: ts.Node): boolean {
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isPropertySignature(parent) && parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node)
  );
}
