/** The part of jsdom that tests use; it brings no types. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string);
    readonly window: { readonly document: object; readonly DOMParser: object };
  }
}
