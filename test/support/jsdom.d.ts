/** The part of jsdom that tests use; it brings no types. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options?: { readonly runScripts: 'outside-only' });
    readonly window: {
      readonly document: {
        readonly querySelectorAll: (selector: string) => Iterable<{
          readonly tagName: string;
          readonly textContent: string;
          readonly getAttributeNames: () => readonly string[];
          readonly getAttribute: (name: string) => string | null;
        }>;
      };
      readonly DOMParser: object;
      readonly eval: (script: string) => unknown;
    };
  }
}
