import { dirname, join } from 'node:path';
import ts from 'typescript';
import { ENTRIES, importName } from '../../scripts/entries.js';
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
  /** What to import it from. */
  readonly module: string;
  readonly name: string;
  readonly isType: boolean;
}

/** Parsed once for all programs: most of it is the compiler's own library. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Programs without an example, by their files. */
const libraries = new Map<string, ts.Program>();

/** Where imports lead, found once for all programs: asking the disk is half of making one. */
const resolutions = new Map<string, ts.ModuleResolutionCache>();

/**
 * Compiles all examples in one program, strictly, against the package by its own name.
 *
 * A guide's block says its imports. An example in `src` may leave them out: then every name it
 * mentions comes from the package or, when the package keeps it to itself, from the example's file.
 *
 * @param root - the folder of the project, with tsconfig.test.json and src/index.ts
 * @param beside - further files to compile in the same program, by their paths
 */
export function compileExamples(
  root: string,
  examples: readonly Example[],
  beside: readonly string[] = [],
): { readonly examples: readonly CompiledExample[]; readonly program: ts.Program } {
  const options = readOptions(root);
  const virtual = new Map<string, string>();
  const host = cachingHost(options, virtual);

  const sources = [...new Set(examples.map(({ file }) => file))].filter((file) =>
    file.startsWith('src/'),
  );
  const entries = Object.entries(ENTRIES).map(([entry, file]) => ({
    module: importName(entry),
    path: join(root, file),
  }));
  const library = libraryOf(
    [...entries.map(({ path }) => path), ...sources.map((file) => join(root, file))],
    options,
    host,
  );
  // The package itself comes first: what stands at its front door is imported from there.
  const publicNames = new Map(
    entries.toReversed().flatMap(({ module, path }) => [...exportedNames(library, path, module)]),
  );

  const prepared = examples.map((example, number) => {
    const isSource = sources.includes(example.file);
    const head = isSource
      ? impliedImports(
          example,
          publicNames,
          exportedNames(library, join(root, example.file), ownName(example)),
        )
      : '';
    // One line, so that line n of the example is line n + 1 of the program.
    const before = `${head}\n${example.before}`;
    const code = `${before}${example.code}\nexport {};\n`;
    const path = join(root, dirname(example.file), `__example_${number}.ts`);
    virtual.set(path, code);
    return { example, code, path, skippedLines: before.split('\n').length - 1 };
  });

  const program = ts.createProgram({
    rootNames: [...virtual.keys(), ...beside],
    options,
    host,
    oldProgram: library,
  });
  const compiled = prepared.map(({ example, code, path, skippedLines }) => {
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
  return { examples: compiled, program };
}

/** The program of the files that examples are of, made once for the same ones. */
function libraryOf(
  rootNames: readonly string[],
  options: ts.CompilerOptions,
  host: ts.CompilerHost,
): ts.Program {
  const key = rootNames.join('\n');
  const library = libraries.get(key) ?? ts.createProgram({ rootNames, options, host });
  libraries.set(key, library);
  return library;
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
  const host = ts.createCompilerHost(options);
  const root = host.getCurrentDirectory();
  const cache =
    resolutions.get(root) ??
    ts.createModuleResolutionCache(root, (path) => host.getCanonicalFileName(path), options);
  resolutions.set(root, cache);
  return {
    ...host,
    // What comments say no fault depends on, and a third of the sources are comments.
    jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeErrors,
    getModuleResolutionCache: () => cache,
    resolveModuleNameLiterals: (literals, containing, redirected, given, file) =>
      literals.map((literal) =>
        ts.resolveModuleName(
          literal.text,
          containing,
          given,
          host,
          cache,
          redirected,
          ts.getModeForUsageLocation(file, literal, given),
        ),
      ),
    fileExists: (path) => virtual.has(path) || host.fileExists(path),
    readFile: (path) => virtual.get(path) ?? host.readFile(path),
    getSourceFile: (path, languageVersion) => {
      const text = virtual.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, languageVersion);
      if (!parsed.has(path)) parsed.set(path, host.getSourceFile(path, languageVersion));
      return parsed.get(path);
    },
  };
}

function exportedNames(program: ts.Program, path: string, module: string): Map<string, Exported> {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(path);
  const symbols = file && checker.getSymbolAtLocation(file);
  if (symbols === undefined) return new Map();
  return new Map(
    checker.getExportsOfModule(symbols).map((symbol) => {
      const target =
        symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const isType = (target.flags & ts.SymbolFlags.Value) === 0;
      return [symbol.name, { module, name: symbol.name, isType }];
    }),
  );
}

function impliedImports(
  example: Example,
  fromPackage: ReadonlyMap<string, Exported>,
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
  const imports = wanted.flatMap((name) => {
    const exported = fromPackage.get(name) ?? fromFile.get(name);
    return exported === undefined
      ? []
      : [`import { ${exported.isType ? 'type ' : ''}${name} } from '${exported.module}';`];
  });
  return imports.join('');
}

/** What an example imports its own file by. */
function ownName({ file }: Example): string {
  return `./${file.slice(file.lastIndexOf('/') + 1)}`;
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
