/** Mermaid's own parser of journeys, in a page of its own. */
export interface MermaidJourneys {
  /** Whether Mermaid takes a text as a journey. */
  readonly accepts: (text: string) => Promise<boolean>;
  /** Takes the page away, since test files share a process in which nobody else is to find one. */
  readonly close: () => void;
}

/** Loads Mermaid, which wants a page before it is imported. */
export async function mermaidJourneys(): Promise<MermaidJourneys> {
  const { JSDOM } = await import('jsdom');
  const { window } = new JSDOM('');
  Object.assign(globalThis, { window, document: window.document });
  const { default: mermaid } = await import('mermaid');
  return {
    accepts: async (text) => {
      const parsed = await mermaid.parse(text, { suppressErrors: true });
      return parsed !== false && parsed.diagramType === 'journey';
    },
    close: () => {
      for (const name of ['window', 'document']) Reflect.deleteProperty(globalThis, name);
    },
  };
}
