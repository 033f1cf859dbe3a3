import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './projectFiles.ts';

/** The codes that a public type can hold, and the types that give a reason for "not estimable". */
export interface PublicCodes {
  /** The texts of an exported union of texts, such as `IssueCode`; none when there is no such type. */
  readonly of: (typeName: string) => readonly string[];
  /** Every reason of a case `not-estimable`, sorted, with the exported types that give it. */
  readonly reasons: ReadonlyMap<string, readonly string[]>;
}

/** Reads codes off the types of the package, so that no list of them is kept by hand. */
export function publicCodes(): PublicCodes {
  const index = join(ROOT, 'test/support/everyEntry.ts');
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    noEmit: true,
  };
  const host = {
    ...ts.createCompilerHost(options),
    jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeErrors,
  };
  const program = ts.createProgram([index], options, host);
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(index);
  const module = file && checker.getSymbolAtLocation(file);
  const types = new Map(
    (module === undefined ? [] : checker.getExportsOfModule(module)).flatMap((symbol) => {
      const target =
        symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      return target.flags & ts.SymbolFlags.Type
        ? [[symbol.name, checker.getDeclaredTypeOfSymbol(target)] as const]
        : [];
    }),
  );
  const textsOf = (type: ts.Type): string[] =>
    (type.isUnion() ? type.types : [type]).flatMap((part) =>
      part.isStringLiteral() ? [part.value] : [],
    );
  const textsAt = (type: ts.Type, property: string): string[] => {
    const symbol = type.getProperty(property);
    return symbol === undefined ? [] : textsOf(checker.getTypeOfSymbol(symbol));
  };

  const reasons = new Map<string, string[]>();
  for (const [name, type] of types) {
    for (const part of type.isUnion() ? type.types : [type]) {
      if (!textsAt(part, 'kind').includes('not-estimable')) continue;
      for (const reason of textsAt(part, 'reason')) {
        reasons.set(reason, [...new Set([...(reasons.get(reason) ?? []), name])].sort());
      }
    }
  }
  return {
    of: (typeName) => {
      const type = types.get(typeName);
      return type === undefined ? [] : textsOf(type);
    },
    reasons: new Map([...reasons].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
