import { XMLValidator } from 'fast-xml-parser';
import { JSDOM } from 'jsdom';

/** The part of an element that is looked at. */
export interface XmlElement {
  readonly localName: string;
  readonly attributes: Iterable<{ readonly name: string }>;
  readonly querySelectorAll: (selector: string) => Iterable<XmlElement>;
}

interface Parser {
  readonly parseFromString: (
    text: string,
    type: string,
  ) => { readonly documentElement: XmlElement };
}

const Parse = new JSDOM('').window.DOMParser as new () => Parser;
const parser = new Parse();

/** The root and all that is in it, of a text that two parsers take for XML; an error otherwise. */
export function readXml(text: string): readonly XmlElement[] {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- it moved to a package of its own
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new Error(JSON.stringify(verdict));
  const root = parser.parseFromString(text, 'image/svg+xml').documentElement;
  const all = [root, ...root.querySelectorAll('*')];
  if (all.some(({ localName }) => localName === 'parsererror')) throw new Error('no XML');
  return all;
}
