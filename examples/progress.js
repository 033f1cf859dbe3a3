/**
 * Says how far long work has come: a line that is written over on a terminal, nothing elsewhere, so that
 * what a file or another program is given holds the result alone.
 */
export function progress() {
  const { stderr } = process;
  const isShown = stderr.isTTY === true;
  let last = 0;
  return {
    /**
     * Counts on; a terminal is written to ten times a second at most.
     *
     * @param {string} what
     * @param {number} count
     */
    count(what, count) {
      if (!isShown || Date.now() - last < 100) return;
      last = Date.now();
      stderr.write(`\r\u001b[K${what}: ${count.toLocaleString('en')}`);
    },
    /**
     * Names what comes next.
     *
     * @param {string} what
     */
    step(what) {
      if (isShown) stderr.write(`\r\u001b[K${what} ...`);
    },
    /** Clears the line. */
    end() {
      if (isShown) stderr.write('\r\u001b[K');
    },
  };
}
