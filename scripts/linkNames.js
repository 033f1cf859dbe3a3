/**
 * A plugin of typedoc: a public name in backticks, in a doc comment or a guide, becomes a link to its
 * page. So the sources stay plain Markdown, and a guide needs no tags of typedoc's own.
 */
import { Converter, ReflectionKind } from 'typedoc';

/** @param {import('typedoc').Application} app */
export function linkNames(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    const pages = new Map(
      project
        .getChildrenByKind(ReflectionKind.Module)
        .flatMap(({ children = [] }) => children)
        .filter((reflection) => !reflection.isReference())
        .map((reflection) => [reflection.name, reflection]),
    );
    /** @type {(parts: import('typedoc').CommentDisplayPart[], own: string | undefined) => import('typedoc').CommentDisplayPart[]} */
    const link = (parts, own) =>
      parts.map((part) => {
        const name = part.kind === 'code' ? /^`(\w+)(?:\(\))?`$/.exec(part.text)?.[1] : undefined;
        const target = name === undefined || name === own ? undefined : pages.get(name);
        return target === undefined
          ? part
          : { kind: 'inline-tag', tag: '@link', text: part.text.slice(1, -1), target };
      });
    for (const reflection of Object.values(project.reflections)) {
      const own = nameOfPage(reflection);
      if (reflection.isDocument()) reflection.content = link(reflection.content, undefined);
      const { comment } = reflection;
      if (comment === undefined) continue;
      comment.summary = link(comment.summary, own);
      for (const tag of comment.blockTags) tag.content = link(tag.content, own);
    }
    if (project.readme !== undefined) project.readme = link(project.readme, undefined);
  });
}

/**
 * The public name on whose page a reflection stands.
 *
 * @param {import('typedoc').Reflection} reflection
 * @returns {string}
 */
function nameOfPage(reflection) {
  const { parent } = reflection;
  return parent === undefined || parent.kind === ReflectionKind.Module
    ? reflection.name
    : nameOfPage(parent);
}
