import { parseSync, transformSync } from 'rolldown/utils';

/** A module as the body of an async function, which is handed what it imports. */
export interface Script {
  /** JavaScript that asks for what it imports by `require(specifier)`. */
  readonly body: string;
  /** What it imports from, in order. */
  readonly imports: readonly string[];
}

/**
 * A module of TypeScript as a script. By the compiler of the tests and not by TypeScript's, which takes three
 * milliseconds for what this one does in a fiftieth of one, and there are a thousand examples.
 */
export function asScript(code: string): Script {
  const { code: module, errors } = transformSync('example.ts', code, {
    target: 'es2022',
    typescript: { onlyRemoveTypeImports: false },
  });
  if (errors.length > 0) throw new SyntaxError(errors.map(({ message }) => message).join('\n'));
  const imports: string[] = [];
  let body = '';
  let end = 0;
  for (const node of parseSync('example.js', module).program.body) {
    if (node.type === 'ImportDeclaration') {
      imports.push(node.source.value);
      body += module.slice(end, node.start);
      const from = `require(${JSON.stringify(node.source.value)})`;
      for (const specifier of node.specifiers) {
        const { name } = specifier.local;
        if (specifier.type === 'ImportNamespaceSpecifier') {
          body += `const ${name} = ${from};`;
        } else {
          const imported =
            specifier.type === 'ImportDefaultSpecifier'
              ? '"default"'
              : module.slice(specifier.imported.start, specifier.imported.end);
          body += `const { ${imported}: ${name} } = ${from};`;
        }
      }
      end = node.end;
    } else if (node.type === 'ExportNamedDeclaration') {
      // What an example exports nobody imports: the declaration stays, and `export {}` goes.
      body += module.slice(end, node.start);
      end = node.declaration?.start ?? node.end;
    }
  }
  return { body: body + module.slice(end), imports };
}

/** An async function of these parameters, and what it is made of has `await`. */
export function asyncFunction(
  parameters: readonly string[],
  body: string,
): (...values: unknown[]) => Promise<void> {
  return new Function(...parameters, `return (async () => {'use strict';${body}\n})();`) as (
    ...values: unknown[]
  ) => Promise<void>;
}
