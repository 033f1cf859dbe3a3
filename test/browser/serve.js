import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

/** @type {{ readonly [extension: string]: string }} */
const TYPES = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
};

/**
 * Serves files of a folder on a free port.
 *
 * @param {string} root
 * @param {RegExp} served - all that may be asked for
 */
export async function serve(root, served) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!served.test(pathname) || pathname.includes('..')) {
      response.writeHead(404).end();
      return;
    }
    readFile(join(root, pathname)).then(
      (content) => {
        const type = TYPES[extname(pathname)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    })
  );
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { server, origin: `http://127.0.0.1:${String(port)}` };
}
