/**
 * Formulas of the guides as MathML, which browsers show without a script or a font from elsewhere:
 * a fenced block of `math`, and dollar signs around backticks within a line, as GitHub reads them too.
 */
import temml from 'temml';

/** @param {any} parser - the markdown-it that typedoc renders with */
export function mathml(parser) {
  const { fence } = parser.renderer.rules;
  parser.renderer.rules.fence = (
    /** @type {any[]} */ tokens,
    /** @type {number} */ at,
    /** @type {any} */ options,
    /** @type {any} */ env,
    /** @type {any} */ self,
  ) =>
    tokens[at].info.trim() === 'math'
      ? `<p>${render(tokens[at].content, true)}</p>
`
      : fence(tokens, at, options, env, self);

  parser.inline.ruler.before('backticks', 'math', (/** @type {any} */ state, silent = false) => {
    const [all, formula] = /^\$`([^`]+)`\$/.exec(state.src.slice(state.pos)) ?? [];
    if (all === undefined || formula === undefined) return false;
    if (!silent) state.push('math', 'math', 0).content = formula;
    state.pos += all.length;
    return true;
  });
  parser.renderer.rules.math = (/** @type {any[]} */ tokens, /** @type {number} */ at) =>
    render(tokens[at].content, false);
}

/**
 * A formula that cannot be read stops the build.
 *
 * @param {string} tex
 * @param {boolean} displayMode
 */
function render(tex, displayMode) {
  return temml.renderToString(tex, { displayMode, throwOnError: true });
}
