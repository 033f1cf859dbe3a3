/**
 * A plugin of typedoc: files every public name under the comment that stands above it in the index of
 * its entry, so that the site has the same table of contents as the sources.
 */
import { readFileSync } from 'node:fs';
import { Comment, CommentTag, Converter, ReflectionKind } from 'typedoc';
import { ENTRIES, importName } from './entries.js';

/** The section of every public name, by the entry it is imported from. */
const SECTION_OF = new Map(
  Object.entries(ENTRIES).map(([entry, file]) => [
    importName(entry),
    sectionsOf(new URL(`../${file}`, import.meta.url)),
  ]),
);

/** The comments of the indices, in order; the guides come before them. */
export const SECTIONS = [
  'Guides',
  ...new Set(
    Object.values(ENTRIES).flatMap((file) => {
      const index = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
      return Array.from(index.matchAll(/^\/\/ (.*)$/gm), ([, title = '']) => title);
    }),
  ),
];

/**
 * The names an index exports, each with the comment above it; those of an index that it passes on
 * whole are its own.
 *
 * @param {URL} index
 * @param {string} [title]
 * @returns {Map<string, string>}
 */
function sectionsOf(index, title = '') {
  /** @type {Map<string, string>} */
  const sections = new Map();
  for (const [, comment, names, whole] of readFileSync(index, 'utf8').matchAll(
    /^\/\/ (.*)$|^export (?:type )?\{([^}]*)\}|^export \* from '(.*)'/gm,
  )) {
    if (comment !== undefined) title = comment;
    for (const name of names?.split(',') ?? []) {
      sections.set(name.replace(/\btype\b/, '').trim(), title);
    }
    if (whole === undefined) continue;
    for (const name of sectionsOf(new URL(whole, index)).keys()) sections.set(name, title);
  }
  return sections;
}

/** @param {import('typedoc').Application} app */
export function sections(app) {
  // After typedoc has sorted: entries in their order; functions before types, both in the order of the index.
  app.converter.on(
    Converter.EVENT_RESOLVE_END,
    ({ project }) => {
      const modules = project.getChildrenByKind(ReflectionKind.Module);
      const entries = [...SECTION_OF.keys()];
      for (const { children } of project.categories ?? []) {
        children.sort((one, other) => entries.indexOf(one.name) - entries.indexOf(other.name));
      }
      for (const module of modules) {
        const order = [...(SECTION_OF.get(module.name)?.keys() ?? [])];
        /** @param {import('typedoc').Reflection} reflection */
        const place = (reflection) => {
          const { kind } = reflection.isReference()
            ? reflection.getTargetReflectionDeep()
            : reflection;
          return order.indexOf(reflection.name) + (isCalled(kind) ? 0 : order.length);
        };
        for (const { children } of module.categories ?? []) {
          children.sort((one, other) => place(one) - place(other));
        }
      }
    },
    -1000,
  );
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    // The front page says the name of the package by itself.
    for (const part of project.readme ?? []) part.text = part.text.replace(/^# .*\n/, '');
    for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
      for (const reflection of module.children ?? []) {
        const section = SECTION_OF.get(module.name)?.get(reflection.name);
        if (section === undefined) continue;
        // Of a function, the comments stand with its signatures.
        for (const each of reflection.getAllSignatures()) categorize(each, section);
        if (reflection.getAllSignatures().length === 0) categorize(reflection, section);
      }
    }
    for (const guide of project.documents ?? []) categorize(guide, 'Guides');
  });
}

/** @param {import('typedoc').ReflectionKind} kind */
const isCalled = (kind) => kind === ReflectionKind.Function || kind === ReflectionKind.Class;

/**
 * @param {import('typedoc').Reflection} reflection
 * @param {string} category
 */
function categorize(reflection, category) {
  reflection.comment ??= new Comment();
  reflection.comment.blockTags.push(
    new CommentTag('@category', [{ kind: 'text', text: category }]),
  );
}
