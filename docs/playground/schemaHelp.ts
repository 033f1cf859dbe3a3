import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

/** What is read of a part of a JSON Schema. */
export interface SchemaNode {
  /** Another part that it is. */
  readonly $ref?: string;
  /** Parts that others name. */
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  /** The parts of which it is one. */
  readonly anyOf?: readonly SchemaNode[];
  /** As `anyOf`. */
  readonly oneOf?: readonly SchemaNode[];
  /** What it is. */
  readonly description?: string;
  /** `object`, `array`, `string` and so on. */
  readonly type?: string;
  /** Of an object: its parts. */
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  /** Of an object: the names that it must have. */
  readonly required?: readonly string[];
  /** Of an object: what stands under other names. */
  readonly additionalProperties?: SchemaNode | boolean;
  /** Of a list: its members. */
  readonly items?: SchemaNode;
  /** The values it may have. */
  readonly enum?: readonly unknown[];
  /** The value it has. */
  readonly const?: unknown;
}

/** The keys and positions that lead to a place in JSON. */
export type Path = readonly (string | number)[];

/**
 * What may stand where the cursor is: names that are not there yet, and values, each with its description.
 *
 * @param schema - the whole schema
 */
export function completeBy(schema: SchemaNode) {
  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const node = syntaxTree(state).resolveInner(pos, -1);
    const { parent } = node;
    if (node.name === 'PropertyName' && parent?.parent) {
      const options = namesOf(schema, state, parent.parent, node);
      return { from: node.from + 1, options: options.map(inPlace), validFor: /^[^"]*$/ };
    }
    if (node.name === 'String' && parent !== null) {
      const path = parent.name === 'Array' ? pathTo(state, node) : pathTo(state, parent);
      const options = valuesOf(partsAt(schema, path)).filter(({ type }) => type === 'constant');
      return { from: node.from + 1, options: options.map(inPlace), validFor: /^[^"]*$/ };
    }
    if (!explicit) return null;
    if (node.name === 'Object') {
      return { from: pos, options: namesOf(schema, state, node, undefined) };
    }
    if (node.name === 'Property' || node.name === 'Array') {
      const path = [...pathTo(state, node), ...(node.name === 'Array' ? [0] : [])];
      return { from: pos, options: valuesOf(partsAt(schema, path)) };
    }
    return null;
  };
}

/** What takes the place of a whole word in quotes, whose beginning is typed. */
function inPlace({ apply, label, ...rest }: Completion): Completion {
  const text = typeof apply === 'string' ? apply : JSON.stringify(label);
  return {
    ...rest,
    label,
    apply: (view, _, start) => {
      const { from, to } = syntaxTree(view.state).resolveInner(start, -1);
      const anchor = from + text.length;
      view.dispatch({ changes: { from, to, insert: text }, selection: { anchor } });
    },
  };
}

/** The keys and positions that lead to a node of the syntax tree: an object, a list, a property or a value. */
function pathTo(state: EditorState, node: SyntaxNode): Path {
  const path: (string | number)[] = [];
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
    if (at.name === 'Property') path.unshift(nameOf(state, at) ?? '');
    else if (at.parent?.name === 'Array') path.unshift(placeOf(at));
  }
  return path;
}

function placeOf(node: SyntaxNode): number {
  let place = 0;
  for (let at = node.prevSibling; at !== null; at = at.prevSibling) if (isValue(at)) place += 1;
  return place;
}

function isValue({ name }: SyntaxNode): boolean {
  return /^(Object|Array|String|Number|True|False|Null)$/.test(name);
}

function nameOf(state: EditorState, property: SyntaxNode): string | undefined {
  const name = property.getChild('PropertyName');
  if (name === null) return undefined;
  try {
    return String(JSON.parse(state.sliceDoc(name.from, name.to)));
  } catch {
    return undefined;
  }
}

/** The parts of a schema that may stand at a path, references and alternatives resolved. */
function partsAt(schema: SchemaNode, path: Path): readonly SchemaNode[] {
  const definitions = schema.$defs ?? {};
  const resolved = (part: SchemaNode): readonly SchemaNode[] => {
    const name = part.$ref?.replace('#/$defs/', '');
    const target = name === undefined ? undefined : definitions[name];
    if (target !== undefined) return resolved(target);
    const kinds = part.anyOf ?? part.oneOf;
    return kinds === undefined ? [part] : kinds.flatMap(resolved);
  };
  return path.reduce<readonly SchemaNode[]>(
    (parts, step) =>
      parts.flatMap(({ items, properties, additionalProperties }) => {
        const other = typeof additionalProperties === 'object' ? additionalProperties : undefined;
        const next =
          typeof step === 'number'
            ? items
            : properties !== undefined && Object.hasOwn(properties, step)
              ? properties[step]
              : other;
        return next === undefined ? [] : resolved(next);
      }),
    resolved(schema),
  );
}

function namesOf(
  schema: SchemaNode,
  state: EditorState,
  object: SyntaxNode,
  typed: SyntaxNode | undefined,
): Completion[] {
  const taken = new Set(
    object
      .getChildren('Property')
      .filter((property) => property.firstChild?.from !== typed?.from)
      .map((property) => nameOf(state, property)),
  );
  // A name without a value yet takes the next name for a part of it: what follows is read from the text.
  const after = typed === undefined ? '' : state.sliceDoc(typed.to, typed.to + 200);
  const hasValue = /^\s*:/.test(after);
  taken.add(/^\s*"([^"]*)"\s*:/.exec(after)?.[1]);
  const offered = new Map<string, Completion>();
  for (const { properties = {}, required = [] } of partsAt(schema, pathTo(state, object))) {
    for (const [name, part] of Object.entries(properties)) {
      if (taken.has(name) || offered.has(name)) continue;
      offered.set(name, {
        label: name,
        apply: hasValue ? `"${name}"` : `"${name}": `,
        type: 'property',
        ...(part.description !== undefined && { info: part.description }),
        ...(required.includes(name) && { detail: 'required', boost: 1 }),
      });
    }
  }
  return [...offered.values()];
}

function valuesOf(parts: readonly SchemaNode[]): Completion[] {
  const values = parts.flatMap((part) =>
    (part.enum ?? (part.const === undefined ? [] : [part.const])).map((value) => ({ value, part })),
  );
  const openings = parts.flatMap(({ type, description }) => {
    const label = type === 'object' ? '{}' : type === 'array' ? '[]' : '';
    return label === '' ? [] : [{ label, ...(description !== undefined && { info: description }) }];
  });
  const known = values.map(({ value, part: { description } }) => ({
    label: typeof value === 'string' ? value : JSON.stringify(value),
    apply: JSON.stringify(value),
    type: 'constant',
    ...(description !== undefined && { info: description }),
  }));
  return [...known, ...openings].filter(
    ({ label }, at, all) => all.findIndex((one) => one.label === label) === at,
  );
}

/**
 * Where what a path leads to stands in the text; the nearest that is there where it is missing.
 *
 * @param state - the state of the editor
 * @param path - from the outermost in
 */
export function rangeOf(
  state: EditorState,
  path: Path,
): { readonly from: number; readonly to: number } {
  let at = syntaxTree(state).topNode.firstChild;
  let name: SyntaxNode | null = null;
  for (const step of path) {
    if (at === null) break;
    let next: SyntaxNode | null = null;
    if (typeof step === 'number') {
      let place = 0;
      for (let member = at.firstChild; member !== null; member = member.nextSibling) {
        if (!isValue(member)) continue;
        if (place === step) next = member;
        place += 1;
      }
      if (next !== null) name = null;
    } else {
      // Of two properties of one name the last one holds.
      const property: SyntaxNode | undefined = at
        .getChildren('Property')
        .findLast((one) => nameOf(state, one) === step);
      if (property === undefined) break;
      name = property.getChild('PropertyName');
      next = property.lastChild;
    }
    if (next === null) break;
    at = next;
  }
  const found = at ?? { from: 0, to: 0 };
  // A whole object or list is shown by its name, or by how it begins.
  if (at === null || !/^(Object|Array)$/.test(at.name)) return { from: found.from, to: found.to };
  return name === null
    ? { from: found.from, to: Math.min(found.to, found.from + 1) }
    : { from: name.from, to: name.to };
}
