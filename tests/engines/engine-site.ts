/** The built site as the engines are shown it: each page tells what went wrong in it, and a frame may hold it. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseHeaders, type Served } from '../../src/commands/static-server.ts';
import { builtFiles } from '../site/built-pages.ts';
import { builtSite, serveSite } from '../browser/site.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { FRAME_PAGE } from './engine.ts';

/** Keeps every error, rejection, missing file and broken rule of the page's policy in `window.faults`. */
const RECORDER = `
window.faults = [];
addEventListener('error', function (event) {
  var target = event.target;
  window.faults.push(event.message ? event.message + ' ' + event.filename : 'missing ' + (target.src || target.href));
}, true);
addEventListener('unhandledrejection', function (event) { window.faults.push('rejected ' + event.reason); });
document.addEventListener('securitypolicyviolation', function (event) {
  window.faults.push('policy ' + event.violatedDirective + ' ' + event.blockedURI);
});
`;

const FRAME = `<!doctype html><meta charset="utf-8"><title>frame</title>
<body style="margin:0"><iframe style="border:0;height:900px;width:390px"></iframe>`;

/**
 * Copies a site into a folder of the tests.
 * @param source the built site, or an unpacked archive's
 * @param extra further pages, by their paths
 */
export function engineFolder(source = builtSite, extra: Record<string, string> = {}): string {
  const folder = temporaryFolder('engines-');
  cpSync(source, folder, { recursive: true });
  for (const [path, html] of Object.entries(extra)) writeFileSync(join(folder, path), html);
  for (const path of builtFiles(folder).filter((file) => file.endsWith('.html'))) {
    const file = join(folder, path);
    const script = `<script src="${relative(dirname(file), join(folder, 'recorder.js'))}"></script>`;
    const html = readFileSync(file, 'utf8');
    writeFileSync(file, html.replace(/<meta charset[^>]*>/u, `$&${script}`));
  }
  writeFileSync(join(folder, 'recorder.js'), RECORDER);
  writeFileSync(join(folder, FRAME_PAGE), FRAME);
  return folder;
}

/** Serves such a folder with the site's own headers, but for the one that forbids frames. */
export function serveForEngines(folder: string): Promise<Served> {
  const headers = parseHeaders(readFileSync(join(folder, '_headers'), 'utf8'));
  return serveSite({
    folder,
    headers: (path) => {
      // The frame's own page may show the others.
      if (path.endsWith(FRAME_PAGE)) return {};
      const given = headers(path);
      const policy = given['content-security-policy']?.replace(/;\s*frame-ancestors 'none'/u, '');
      return { ...given, ...(policy && { 'content-security-policy': policy }) };
    },
  });
}

/** Address of such a folder as a double-click opens it. */
export const fileAddress = (folder: string): string => `${pathToFileURL(folder).href}/`;
