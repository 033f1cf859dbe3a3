// test/fuzz/goodCalls.ts
import { types as types2 } from 'util';
import ts2 from 'typescript';

// test/support/projectFiles.ts
import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { fileURLToPath } from 'url';
var ROOT = fileURLToPath(new URL('../../', import.meta.url));
function filesUnder(folder, matching, root = ROOT) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => matching.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
function sourceFiles(root = ROOT) {
  return filesUnder('src', /(?<!\.test|\.test-prop|\.test-d)\.ts$/, root);
}

// test/support/readMarkdownExamples.ts
function readMarkdownExamples(file, text) {
  const examples = [];
  let open;
  let body = [];
  let marked = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (open === void 0) {
      const start = /^ {0,3}(`{3,}|~{3,})\s*(\w*)/.exec(line);
      if (start !== null) {
        open = {
          fence: start[1] ?? '```',
          line: index + 2,
          isCode: /^(ts|typescript)$/.test(start[2] ?? ''),
          continues: marked,
        };
        body = [];
        marked = false;
      } else if (line.trim() !== '') {
        marked = line.trim() === '<!-- continues -->';
      }
    } else if (line.trim().startsWith(open.fence)) {
      if (open.isCode) {
        const previous = open.continues ? examples.at(-1) : void 0;
        examples.push({
          file,
          line: open.line,
          title: `${file} line ${open.line}`,
          before:
            previous === void 0
              ? ''
              : `${previous.before}${previous.code}
`,
          code: body.join('\n'),
        });
      }
      open = void 0;
    } else {
      body.push(line);
    }
  }
  return examples;
}

// test/support/readSourceExamples.ts
import ts from 'typescript';
function readSourceExamples(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const seen = /* @__PURE__ */ new Set();
  const examples = [];
  const visit = (node, owner) => {
    const name = nameOf(node) ?? owner;
    for (const comment of ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)) {
      if (seen.has(comment.pos)) continue;
      seen.add(comment.pos);
      for (const lines of exampleTags(linesOfComment(source, comment))) {
        for (const block of codeBlocks(lines)) {
          examples.push({
            file,
            line: (block[0]?.at ?? 0) + 1,
            title: `${file} ${name}`.trim(),
            before: '',
            code: block.map((line) => line.text).join('\n'),
          });
        }
      }
    }
    ts.forEachChild(node, (child) => {
      visit(child, name);
    });
  };
  visit(source, '');
  return examples.sort((a, b) => a.line - b.line);
}
function nameOf(node) {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations[0]?.name.getText();
  }
  const { name } = node;
  return name !== void 0 && ts.isIdentifier(name) ? name.text : void 0;
}
function linesOfComment(source, comment) {
  const first = source.getLineAndCharacterOfPosition(comment.pos).line;
  return source.text
    .slice(comment.pos, comment.end)
    .replace(/^\/\*\*/, '')
    .replace(/\s*\*\/$/, '')
    .split(/\r?\n/)
    .map((text, index) => ({ text: text.replace(/^\s*\* ?/, ''), at: first + index }));
}
function exampleTags(lines) {
  const found = [];
  let current;
  let fenced = false;
  for (const line of lines) {
    if (/^\s*```/.test(line.text)) fenced = !fenced;
    const tag = fenced ? null : /^\s*@([a-zA-Z]+)\s?(.*)$/.exec(line.text);
    if (tag === null) {
      current?.push(line);
    } else {
      current = tag[1] === 'example' ? [] : void 0;
      if (current !== void 0) {
        found.push(current);
        current.push({ text: tag[2] ?? '', at: line.at });
      }
    }
  }
  return found;
}
function codeBlocks(lines) {
  const blocks = [];
  let block;
  for (const line of lines) {
    if (!/^\s*```/.test(line.text)) block?.push(line);
    else if (block !== void 0) block = void 0;
    else blocks.push((block = []));
  }
  if (blocks.length > 0) return blocks;
  const [title, ...rest] = trimmed(lines);
  if (title === void 0) return [lines.slice(0, 1)];
  const isTitle = title === lines[0] && rest.length > 0;
  return [isTitle ? trimmed(rest) : [title, ...rest]];
}
function trimmed(lines) {
  const isCode = (line) => line.text.trim() !== '';
  return lines.slice(Math.max(0, lines.findIndex(isCode)), lines.findLastIndex(isCode) + 1);
}

// test/fuzz/plainCopy.ts
import { types } from 'util';
var { isProxy } = types;
function isPlain(value) {
  if (typeof value !== 'object' || value === null || isProxy(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
function isList(value) {
  return (
    Array.isArray(value) && !isProxy(value) && Object.getPrototypeOf(value) === Array.prototype
  );
}
function valueAt(holder, key) {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}
function plainCopy(value) {
  if (isProxy(value) || Object.isFrozen(value)) return value;
  if (isList(value)) return value.map(plainCopy);
  if (isPlain(value)) {
    const copy = {};
    for (const key of Object.keys(value)) put(copy, key, plainCopy(valueAt(value, key)));
    return copy;
  }
  if (ArrayBuffer.isView(value) && 'slice' in value) return value.slice();
  if (value instanceof Set) return new Set([...value].map(plainCopy));
  if (value instanceof Map) {
    return new Map([...value].map(([k, v]) => [k, plainCopy(v)]));
  }
  return value;
}
function put(target, key, value) {
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

// test/fuzz/goodCalls.ts
function publicFunctions(library) {
  const isVerb = (entry) => typeof entry[1] === 'function' && /^[a-z]/.test(entry[0]);
  const entries = Object.entries(library).filter(isVerb);
  return new Map(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
async function recordGoodCalls(library, root) {
  const calls = [];
  const kinds = /* @__PURE__ */ new Set();
  const names = new Map(Object.entries(library));
  for (const [name, verb] of publicFunctions(library)) {
    names.set(name, (...args) => {
      if (!args.some(types2.isGeneratorObject)) {
        calls.push({ name, args: args.map(plainCopy), given: args });
      }
      const result = verb(...args);
      if (isPlain(result)) kinds.add(result).add(result['kind']);
      return result;
    });
  }
  const examples = [
    ...sourceFiles(root).flatMap(({ path, text }) => readSourceExamples(path, text)),
    ...filesUnder('docs', /^docs\/(?!site\/).*\.md$/, root).flatMap(({ path, text }) =>
      readMarkdownExamples(path, text),
    ),
  ];
  for (const { before, code } of examples) await attempt(`${before}${code}`, names);
  kinds.delete(void 0);
  const isMade = (value) => kinds.has(value) || (isPlain(value) && kinds.has(value['kind']));
  const holdsMade = (value) =>
    isMade(value) || (isPlain(value) && Object.values(value).some(isMade));
  const recorded = calls.map(({ name, args, given }) => ({
    name,
    args,
    made: given.flatMap((value, at) => (holdsMade(value) ? [at] : [])),
  }));
  return [...recorded, ...exampleCycles(root)];
}
function exampleCycles(root) {
  return filesUnder('examples', /\.cycle\.json$/, root).flatMap(({ text }) =>
    ['parseCycle', 'checkCycle', 'detectCriticalMoments'].map((name) => ({
      name,
      args: [JSON.parse(text)],
      made: [],
    })),
  );
}
async function attempt(code, names) {
  const { outputText } = ts2.transpileModule(
    `${code}
export {};`,
    {
      compilerOptions: {
        target: ts2.ScriptTarget.ES2022,
        module: ts2.ModuleKind.CommonJS,
        verbatimModuleSyntax: false,
      },
    },
  );
  const body = new Function(
    'require',
    'exports',
    ...names.keys(),
    `return (async () => {${outputText}
})();`,
  );
  const load = () => Object.fromEntries(names);
  try {
    await body(load, {}, ...names.values());
  } catch {}
}
export { publicFunctions, recordGoodCalls };
