import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';

/** What is asked of Mermaid. */
interface Mermaid {
  readonly parse: (
    text: string,
    options: { readonly suppressErrors: boolean },
  ) => Promise<{ readonly diagramType: string } | false>;
}

/** Mermaid's own parser of journeys, in a page of its own. */
export interface MermaidJourneys {
  /** Whether Mermaid takes a text as a journey. */
  readonly accepts: (text: string) => Promise<boolean>;
  /** Takes the page away, since test files share a process in which nobody else is to find one. */
  readonly close: () => void;
}

/** Loads Mermaid, a script for pages, which wants a page before it is run. */
export async function mermaidJourneys(): Promise<MermaidJourneys> {
  const { JSDOM } = await import('jsdom');
  const { window } = new JSDOM('');
  Object.assign(globalThis, { window, document: window.document });
  const require = createRequire(import.meta.url);
  const script = require.resolve('@mermaid-js/tiny');
  runInThisContext(readFileSync(script, 'utf8'), { filename: script });
  const { mermaid } = globalThis as unknown as { readonly mermaid: Mermaid };
  return {
    accepts: async (text) => {
      const parsed = await mermaid.parse(text, { suppressErrors: true });
      return parsed !== false && parsed.diagramType === 'journey';
    },
    close: () => {
      for (const name of ['window', 'document', 'mermaid'])
        Reflect.deleteProperty(globalThis, name);
    },
  };
}
