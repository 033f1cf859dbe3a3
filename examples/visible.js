/**
 * A text on one line, in which what a terminal would obey (control characters, and those that turn the
 * direction of what follows) is shown as a sign: names, units and values come from files of customers.
 *
 * @param {string} text
 */
export function visible(text) {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (sign) => {
    const code = sign.charCodeAt(0);
    // The pictures of control characters stand in their own block of Unicode, in the same order.
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
