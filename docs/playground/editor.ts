import schema from 'virtual:cycle-schema';
import { autocompletion } from '@codemirror/autocomplete';
import { json, jsonLanguage, jsonParseLinter } from '@codemirror/lang-json';
import { forceParsing, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { basicSetup, EditorView } from 'codemirror';
import { completeBy, type Path, rangeOf } from './schemaHelp.ts';

/** A fault to show in the text. */
interface Fault {
  /** Where it is. */
  readonly path: Path;
  /** What it is. */
  readonly text: string;
}

/** The editor of the cycle. */
export interface Editor {
  /** Its text. */
  readonly text: () => string;
  /** Puts in another text. */
  readonly setText: (text: string) => void;
  /** Marks faults, and tells the line of each. */
  readonly mark: (faults: readonly Fault[]) => readonly number[];
  /** What is wrong with it as JSON, if anything, with its line. */
  readonly jsonFault: () => { readonly text: string; readonly line: number } | undefined;
  /** Goes to where a path leads, or to a line. */
  readonly goTo: (place: Path | number) => void;
}

const COLOURS = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--name)' },
  { tag: tags.string, color: 'var(--string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--number)' },
]);

const LOOK = EditorView.theme({
  '&': { backgroundColor: 'var(--ground)', color: 'var(--text)', height: '28rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'ui-monospace, Menlo, Consolas, monospace', lineHeight: '1.45' },
  '.cm-content': { caretColor: 'var(--text)', fontSize: '0.875rem' },
  '.cm-gutters': {
    backgroundColor: 'var(--head)',
    color: 'var(--soft)',
    border: '0',
    fontSize: '0.8rem',
  },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-foldPlaceholder': { color: 'var(--soft)', backgroundColor: 'var(--head)' },
  '.cm-tooltip, .cm-panels': {
    backgroundColor: 'var(--ground)',
    color: 'var(--text)',
    border: '1px solid var(--edge)',
  },
  '.cm-tooltip.cm-completionInfo': { maxWidth: 'min(24rem, 70vw)' },
  '.cm-completionDetail': { color: 'inherit' },
});

/** How deep lists and objects may lie in each other for the editor to know them; no cycle comes near it. */
const DEEPEST = 100;

/** What the editor knows of JSON. */
const JSON_HELP: Extension = [json(), jsonLanguage.data.of({ autocomplete: completeBy(schema) })];

/** Whether a text is nested so deep that its syntax tree would take all memory there is. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/**
 * An editor of JSON with the schema's help. It stands in a shadow tree, where its styles are sheets and not elements,
 * which the page does not allow.
 *
 * @param host - where it goes
 * @param onChange - called after each change
 */
export function editorIn(host: HTMLElement, onChange: () => void): Editor {
  const root = host.attachShadow({ mode: 'open' });
  const dark = new Compartment();
  const help = new Compartment();
  let isPlain = false;
  const isDark = matchMedia('(prefers-color-scheme: dark)');
  const view = new EditorView({
    parent: root,
    root,
    extensions: [
      basicSetup,
      help.of(JSON_HELP),
      EditorState.transactionExtender.of(({ docChanged, newDoc }) => {
        if (!docChanged || isTooDeep(newDoc.toString()) === isPlain) return null;
        isPlain = !isPlain;
        return { effects: help.reconfigure(isPlain ? [] : JSON_HELP) };
      }),
      autocompletion({ icons: false }),
      lintGutter(),
      EditorView.lineWrapping,
      syntaxHighlighting(COLOURS),
      LOOK,
      dark.of(EditorView.darkTheme.of(isDark.matches)),
      EditorView.contentAttributes.of({
        'aria-label': 'The cycle, as JSON. Control and space offers what may stand there.',
        tabindex: '0',
        autocapitalize: 'off',
        spellcheck: 'false',
      }),
      EditorView.updateListener.of(({ docChanged }) => {
        if (docChanged) onChange();
      }),
    ],
  });
  isDark.addEventListener('change', ({ matches }) => {
    view.dispatch({ effects: dark.reconfigure(EditorView.darkTheme.of(matches)) });
  });
  const lineAt = (position: number): number => view.state.doc.lineAt(position).number;
  const parsed = (): void => {
    forceParsing(view, view.state.doc.length, 500);
  };
  return {
    text: () => view.state.doc.toString(),
    setText: (text) => {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      view.scrollDOM.scrollTop = 0;
    },
    mark: (faults) => {
      parsed();
      const marked = faults.map(({ path, text }): Diagnostic => {
        return { ...rangeOf(view.state, path), severity: 'error', message: text };
      });
      view.dispatch(setDiagnostics(view.state, marked));
      return marked.map(({ from }) => lineAt(from));
    },
    jsonFault: () => {
      const [found] = jsonParseLinter()(view);
      if (found === undefined) return undefined;
      view.dispatch(setDiagnostics(view.state, [found]));
      return { text: found.message, line: lineAt(found.from) };
    },
    goTo: (place) => {
      parsed();
      const anchor =
        typeof place === 'number'
          ? view.state.doc.line(Math.min(place, view.state.doc.lines)).from
          : rangeOf(view.state, place).from;
      view.dispatch({
        selection: { anchor },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      });
      view.focus();
    },
  };
}
