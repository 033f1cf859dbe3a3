/**
 * Shows a report, which is a page of its own, as a part of this one: in a shadow tree, so that neither page changes
 * how the other looks. The report is escaped where it is written; what would run in it the page does not allow.
 *
 * @param host - where it goes
 * @param html - from `reportHtml`
 * @returns the first line of what it says in short, and its language
 */
export function showReport(
  host: HTMLElement,
  html: string,
): { readonly brief: string; readonly language: string } {
  // Taken out before it is parsed: a style element is nothing that this page allows.
  const [whole = '', style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
  const page = new DOMParser().parseFromString(html.replace(whole, ''), 'text/html');
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styleHere(style));
  root.adoptedStyleSheets = [sheet];

  const body = document.createElement('div');
  body.className = 'body';
  body.lang = page.documentElement.lang;
  body.append(...(page.querySelector('main')?.childNodes ?? []));
  // The report stands under a heading of this page.
  for (const [name, level] of [
    ['h1', '3'],
    ['h2', '4'],
  ] as const) {
    for (const heading of body.querySelectorAll(name)) heading.setAttribute('aria-level', level);
  }
  // The address of this page holds a cycle, not a place in the report.
  for (const link of body.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      const target = root.getElementById(link.hash.slice(1));
      target?.setAttribute('tabindex', '-1');
      target?.scrollIntoView();
      target?.focus();
    });
  }
  root.replaceChildren(body);
  return {
    brief: body.querySelector('.brief li, .brief p')?.textContent ?? '',
    language: body.lang,
  };
}

/** The style of the report, for a part as wide as there is room and not for a window. */
function styleHere(style: string): string {
  const here = style
    .replaceAll(':root', ':host')
    .replaceAll(/^(body|main)(?= \{)/gm, '.body')
    .replaceAll(/@media (screen and )?\(max-width/g, '@container (max-width');
  return `${here}\n.body { --side: 0rem; padding: 0 0 4rem; }`;
}
