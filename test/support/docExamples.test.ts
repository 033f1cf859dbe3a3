import ts from 'typescript';
import { describe, expect, it, vi } from 'vitest';
import { compileExamples } from './compileExamples.ts';
import type { Example } from './example.ts';
import { ROOT } from './projectFiles.ts';
import { readClaims } from './readClaims.ts';
import { readMarkdownExamples } from './readMarkdownExamples.ts';
import { readSourceExamples } from './readSourceExamples.ts';
import { readTypeTests } from './readTypeTests.ts';
import { runExample } from './runExample.ts';

// The first example to be compiled waits for the compiler to read its own library.
vi.setConfig({ testTimeout: 60_000 });

const guide = (code: string): Example => ({
  file: 'GUIDE.md',
  line: 10,
  title: 'GUIDE.md line 10',
  before: '',
  code,
});

const GUIDES = {
  so: guide('[1 / 3, 2].length // => 2\n1 / 3 // ~> 0.333333\nawait Promise.resolve(7) // => 7'),
  false: guide('1 + 1; // => 2\n1 + 2; // => 4'),
  twiceFalse: guide('1 // => 2\n3 // ~> 4'),
  nearlySo: guide('0.2552894 // ~> 0.255289'),
  notQuiteSo: guide('0.2552896 // ~> 0.255289'),
  undefinedKey: guide('({ a: undefined }) // => {}'),
  minusZero: guide('-0 // => 0'),
  noClaim: guide('const a = 1;'),
  wrongType: guide("1 // => 1\nconst a: number = 'b';"),
  noImport: guide('new ServiceCycleError() // => 1'),
  throws: guide("(() => { throw new RangeError('too far'); })() // => 1"),
  goesOn: { ...guide('a + 1 // => 2'), before: 'const a = 1;\n' },
};

// All in one program, since to make one is most of the work.
const compiled = new Map(
  compileExamples(ROOT, Object.values(GUIDES)).examples.map((each) => [each.example, each]),
);

const run = (name: keyof typeof GUIDES): Promise<void> =>
  runExample(compiled.get(GUIDES[name])!, (specifier) => import(specifier) as Promise<object>);

describe('readSourceExamples', () => {
  const text = [
    "import { a } from './a.ts';",
    '',
    '/**',
    ' * Doubles.',
    ' *',
    ' * @param x - a number',
    ' * @example',
    ' * double(2) // => 4',
    ' * double(3) // => 6',
    ' * @example A title',
    ' * ```ts',
    ' * // @ts-expect-error text is no number',
    " * double('2') // => 4",
    ' * ```',
    ' * @see somebody',
    ' */',
    'export function double(x: number): number { return a * x; }',
  ].join('\n');

  it('finds each example with its owner and its first line, without the frame of stars', () => {
    expect(readSourceExamples('src/double.ts', text)).toEqual([
      {
        file: 'src/double.ts',
        line: 8,
        title: 'src/double.ts double',
        before: '',
        code: 'double(2) // => 4\ndouble(3) // => 6',
      },
      {
        file: 'src/double.ts',
        line: 12,
        title: 'src/double.ts double',
        before: '',
        code: "// @ts-expect-error text is no number\ndouble('2') // => 4",
      },
    ]);
  });

  it('keeps an example that stands beside its tag, and one that is empty', () => {
    const codes = (body: string): string[] =>
      readSourceExamples('src/x.ts', `/**\n${body}\n */\nexport const x = 1;`).map((e) => e.code);
    expect(codes(' * @example x // => 1')).toEqual(['x // => 1']);
    expect(codes(' * @example')).toEqual(['']);
  });
});

describe('readMarkdownExamples', () => {
  it('takes the ts blocks and leaves the others', () => {
    const text = '# Guide\n\n```sh\nnpm ci\n```\n\n```ts\n1 // => 1\n```\n';
    expect(readMarkdownExamples('GUIDE.md', text)).toEqual([
      { file: 'GUIDE.md', line: 8, title: 'GUIDE.md line 8', before: '', code: '1 // => 1' },
    ]);
  });

  it('hands a block on to the next one only where that is marked', () => {
    const block = (code: string): string => `\`\`\`ts\n${code}\n\`\`\`\n`;
    const text = `${block('const a = 1;')}\n<!-- continues -->\n\n${block('a;')}\n${block('b;')}`;
    expect(readMarkdownExamples('GUIDE.md', text).map((e) => e.before)).toEqual([
      '',
      'const a = 1;\n',
      '',
    ]);
  });
});

describe('readClaims', () => {
  it('reads a claim behind an expression and one on the line under it', () => {
    const { claims, unreadable } = readClaims('f(1); // => 2\ng(\n  2,\n)\n// ~> 0.5\n');
    expect(unreadable).toEqual([]);
    expect(claims).toMatchObject([
      { kind: 'equal', expression: 'f(1)', expected: '2', line: 0 },
      { kind: 'close', expression: 'g(\n  2,\n)', expected: '0.5', line: 4 },
    ]);
  });

  it('reads a literal over several comment lines and stops where it is whole', () => {
    const { claims } = readClaims('f() // => {\n//   a: [1],\n// }\n// Words that follow.\n');
    expect(claims.map((claim) => claim.expected)).toEqual(['{\n   a: [1],\n }']);
  });

  it('reads several claims in a row', () => {
    const { claims } = readClaims("a.b // => 'x'\na.c // => [1, 2]\n");
    expect(claims.map((claim) => claim.expression)).toEqual(['a.b', 'a.c']);
  });

  it('does not take a claim inside a text for one', () => {
    expect(readClaims("'// => 1' // => '// => 1'\n").claims).toHaveLength(1);
  });

  it.each([
    ['const a = 1; // => 1', /not a declaration/],
    ['// => 1', /end of no statement/],
    ['a // => {', /not a JavaScript literal/],
    ['a // ~> about 3', /not a number/],
  ])('says what is wrong with %s', (code, message) => {
    const { claims, unreadable } = readClaims(code);
    expect(claims).toEqual([]);
    expect(unreadable.map((claim) => claim.message).join()).toMatch(message);
  });
});

describe('runExample', () => {
  it('is content with claims that are so', async () => {
    await run('so');
  });

  it('names a false claim, its place, what it claims and what it gives', async () => {
    await expect(run('false')).rejects.toThrow(
      'is not so\nGUIDE.md:11 1 + 2\n  claims 4\n  gives  3',
    );
  });

  it('names every false claim of an example at once', async () => {
    await expect(run('twiceFalse')).rejects.toThrow(/GUIDE\.md:10[^]*GUIDE\.md:11/);
  });

  it('counts a difference in the sixth decimal as false', async () => {
    await run('nearlySo');
    await expect(run('notQuiteSo')).rejects.toThrow('is not so');
  });

  it('tells a missing key from an undefined one, and 0 from -0', async () => {
    await expect(run('undefinedKey')).rejects.toThrow('is not so');
    await expect(run('minusZero')).rejects.toThrow('is not so');
  });

  it('refuses an example without a claim', async () => {
    await expect(run('noClaim')).rejects.toThrow('GUIDE.md:10 claims nothing');
  });

  it('names the line that does not compile', async () => {
    await expect(run('wrongType')).rejects.toThrow(
      /does not compile\nGUIDE\.md:11 Type 'string' is not assignable/,
    );
  });

  it('does not compile a guide that mentions the package without importing it', async () => {
    await expect(run('noImport')).rejects.toThrow(
      "GUIDE.md:10 Cannot find name 'ServiceCycleError'",
    );
  });

  it('names the example that throws', async () => {
    await expect(run('throws')).rejects.toThrow('GUIDE.md:10 throws RangeError: too far');
  });

  it('goes on from the blocks before it', async () => {
    await run('goesOn');
  });
});

describe('compileExamples', () => {
  it('imports what an example in src leaves unsaid, types included', () => {
    const [compiled] = compileExamples(ROOT, [
      {
        ...guide('const code: ServiceCycleErrorCode = "unknown-id";\nServiceCycleError.name;'),
        file: 'src/shared/serviceCycleError.ts',
      },
    ]).examples;
    expect(compiled?.faults).toEqual([]);
    expect(compiled?.code).toMatch(
      /^import { type ServiceCycleErrorCode } from 'service-cycle';import { ServiceCycleError } from 'service-cycle';\n/,
    );
  });
});

describe('readTypeTests', () => {
  it('tells which test has a fault, and gives the first of a file those outside of all', () => {
    const path = 'src/faulty.test-d.ts';
    const text = [
      'const wrong: number = "a";',
      "it('holds', () => {});",
      "it('fails', () => {",
      '  const a: number = "b";',
      '  // @ts-expect-error this is right',
      '  const b: number = 1;',
      '});',
      'it(wrong, () => {});',
    ].join('\n');
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    const host: ts.CompilerHost = {
      ...ts.createCompilerHost({}),
      getSourceFile: (name) => (name === path ? file : undefined),
    };
    const program = ts.createProgram([path], { noLib: true, types: [], strict: true }, host);
    expect(readTypeTests(program, path).map(({ title, faults }) => [title, faults.length])).toEqual(
      [
        ['holds', 3],
        ['fails', 3],
      ],
    );
  });
});
