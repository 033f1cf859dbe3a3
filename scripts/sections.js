/**
 * A plugin of typedoc: files every public name under the comment that stands above it in the index of
 * its room, so that the site has the same table of contents as the sources.
 */
import { readFileSync } from 'node:fs';
import { Comment, CommentTag, Converter } from 'typedoc';

/** @param {string} path */
const read = (path) => readFileSync(new URL(path, new URL('../src/', import.meta.url)), 'utf8');

/** The indices of the rooms, one after the other in the order of the front door. */
const INDEX = [...read('index.ts').matchAll(/export \* from '(.*)'/g)]
  .map(([, path = '']) => read(path))
  .join('');

/** The comments of the indices, in order; the guides come before them. */
export const SECTIONS = [
  'Guides',
  ...new Set([...INDEX.matchAll(/^\/\/ (.*)$/gm)].map(([, title = '']) => title)),
];

/** @param {import('typedoc').Application} app */
export function sections(app) {
  const sectionOf = new Map(
    INDEX.split(/^\/\/ /m).flatMap((part) => {
      const [title = '', ...lines] = part.split('\n');
      const lists = [...lines.join('\n').matchAll(/\{([^}]*)\}/g)].map(([, names = '']) => names);
      return lists
        .flatMap((names) => names.split(','))
        .map((name) => /** @type {const} */ ([name.replace(/\btype\b/, '').trim(), title]));
    }),
  );
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    // The front page says the name of the package by itself.
    for (const part of project.readme ?? []) part.text = part.text.replace(/^# .*\n/, '');
    for (const reflection of project.children ?? []) {
      const section = sectionOf.get(reflection.name);
      if (section === undefined) continue;
      // Of a function, the comments stand with its signatures.
      for (const each of reflection.getAllSignatures()) categorize(each, section);
      if (reflection.getAllSignatures().length === 0) categorize(reflection, section);
    }
    for (const guide of project.documents ?? []) categorize(guide, 'Guides');
  });
}

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
