/**
 * A plugin of typedoc: a link to the playground on top of every page. The playground is built beside the pages
 * (`npm run docs`), and is none of them.
 */
import { JSX } from 'typedoc';

/** @param {import('typedoc').Application} app */
export function playgroundLink(app) {
  app.renderer.hooks.on('content.begin', (context) =>
    JSX.createElement(
      'p',
      { class: 'playground-link' },
      JSX.createElement(
        'a',
        { href: context.relativeURL('playground/index.html') },
        'Try it in the playground',
      ),
    ),
  );
}
