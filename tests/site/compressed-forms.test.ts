/** A library with `compressedForms`: its texts as gzip files, every link to what is there, and the old addresses answered. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import { isKept } from '../../src/client/app/service-worker-files.ts';
import { COPIES, withoutCopies } from '../../src/exports/archive/copies.ts';
import { filesUnder } from '../../src/exports/archive/files.ts';
import { dataFiles } from '../../src/exports/data/files.ts';
import { FORMS, isForm } from '../../src/exports/all-forms.ts';
import { writtenFiles } from '../../src/exports/written-files.ts';
import type { SiteFile } from '../../src/content/write-files.ts';
import { readValidLibrary, type ValidLibrary } from '../../src/content/read-library.ts';
import { serveSite } from '../browser/site.ts';
import { oddLibrary } from '../forms/odd-library.ts';
import { schemaOf, xmlFaults } from '../forms/validators.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { builtFiles, builtPages, parsePage } from './built-pages.ts';

const root = temporaryFolder('compressed-');
const content = join(root, 'content');
const site = join(root, 'site');
cpSync('tests/fixtures/content/sound', content, { recursive: true });
appendFileSync(join(content, 'library.yaml'), '\ncompressedForms: true\n');
const built = spawnSync(process.execPath, ['src/commands/build.ts'], {
  encoding: 'utf8',
  env: { ...process.env, CONTENT_DIR: content, OUT_DIR: site },
});
assert.equal(built.status, 0, built.stdout + built.stderr);

const library = await readValidLibrary(content);
const paths = builtFiles(site);
const TEXT = /\.(?:txt|md|akn\.xml)\.gz$/u;
const texts = paths.filter((path) => TEXT.test(path));
const file = (path: string): Buffer => readFileSync(join(site, path));
const plainOf = (path: string): string => path.replace(/\.gz$/u, '');
const uncompressed = ({ library, config }: ValidLibrary): ValidLibrary => ({
  library,
  config: { ...config, compressedForms: false },
});

/** The files of the forms and the data, as a library has them. */
async function filesOf(of: ValidLibrary): Promise<Map<string, SiteFile[1]>> {
  const files = new Map<string, SiteFile[1]>();
  for (const form of FORMS)
    for await (const [path, text] of writtenFiles(form, of, () => {})) {
      assert.ok(form.makes(path), path);
      files.set(path, text);
    }
  for (const [path, text] of dataFiles(of)) files.set(path, text);
  return files;
}

const odd = { ...oddLibrary('https://example.org/lib/') };
odd.config = { ...odd.config, compressedForms: true };
const oddFiles = await filesOf(odd);

test('every gzip file holds what the library has without the setting, which no file has beside it', async () => {
  for (const [on, off] of [
    [new Map(texts.map((path) => [path, file(path)])), await filesOf(uncompressed(library))],
    [oddFiles, await filesOf(uncompressed(odd))],
  ] as [Map<string, SiteFile[1]>, Map<string, SiteFile[1]>][]) {
    const packed = [...on.keys()].filter((path) => TEXT.test(path));
    const plain = [...off.keys()].filter((path) => TEXT.test(`${path}.gz`) && path.includes('/'));
    assert.ok(plain.length >= 6);
    assert.deepEqual(packed.map(plainOf).sort(), plain.sort());
    for (const path of packed) {
      const bytes = on.get(path) as Uint8Array;
      assert.equal(String(gunzipSync(bytes)), off.get(plainOf(path)), path);
      assert.equal(Buffer.from(bytes).readUInt32LE(4), 0, `${path}: a date`);
      assert.ok(!on.has(plainOf(path)), path);
    }
  }
  assert.ok(
    !paths.some((path) => TEXT.test(`${path}.gz`) && /^(?:replies|policies)\//u.test(path)),
  );
});

test('Akoma Ntoso from gzip is valid', (t) => {
  const folder = join(root, 'unpacked');
  const unpacked = [...oddFiles, ...texts.map((path) => [path, file(path)] as const)].flatMap(
    ([path, bytes]) => {
      if (!path.endsWith('.akn.xml.gz')) return [];
      const to = join(folder, plainOf(path));
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, gunzipSync(bytes));
      return [to];
    },
  );
  assert.ok(unpacked.length >= 4);
  assert.equal(xmlFaults(unpacked, schemaOf('akomaNtoso', t)), '');
});

test('no link leads to a file that is not there, and documents lead to all three', () => {
  const dead: string[] = [];
  const reached = new Set<string>();
  const follow = (from: string, to: string): void => {
    if (/^[a-z]+:/u.test(to)) return;
    const path = posix.join(posix.dirname(from), decodeURI(to.split(/[?#]/u)[0]!));
    if (to !== '' && !to.startsWith('#') && !existsSync(join(site, path)))
      dead.push(`${from}: ${to}`);
    reached.add(path);
  };
  for (const { path } of builtPages(site))
    for (const link of parsePage(path, site).querySelectorAll('[href]'))
      follow(path, link.getAttribute('href')!);
  for (const [, to] of String(file('llms.txt')).matchAll(/\]\(([^)]+)\)/gu))
    follow('llms.txt', to!);
  for (const [, to] of String(file('atom.xml')).matchAll(/ href="([^"]+)"/gu))
    follow('atom.xml', to!);
  assert.deepEqual(dead, []);
  assert.deepEqual(
    texts.filter((path) => !reached.has(path)),
    [],
  );
});

test('links say that they lead to gzip files', () => {
  const page = parsePage('policies/plan.html', site);
  for (const link of page.querySelectorAll('link[rel=alternate][href*=".gz"]'))
    assert.equal(link.getAttribute('type'), 'application/gzip');
  const offered = [...page.querySelectorAll('.other-forms a[href$=".gz"]')].map((a) =>
    a.textContent!.trim(),
  );
  assert.deepEqual(offered, ['纯文本（.gz）', 'Markdown（.gz）', 'Akoma Ntoso（.gz）']);
  assert.match(String(file('llms.txt')), /gzip/u);
});

test('the data package names what is there, the texts among it, and keeps to its profile', (t) => {
  const described = JSON.parse(String(file('datapackage.json'))) as {
    resources: { name: string; path: string | string[]; compression?: string }[];
  };
  const named = described.resources.flatMap(({ path }) => path);
  assert.deepEqual(
    named.filter((path) => !existsSync(join(site, path))),
    [],
  );
  assert.deepEqual(
    texts.filter((path) => !named.includes(path) && !path.endsWith('.md.gz')),
    [],
  );
  assert.ok(!named.includes('data/texts.jsonl.gz'));
  const schema = schemaOf('dataPackage', t);
  if (!schema) return;
  const ajv = new Ajv({ strict: false, logger: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
  for (const one of [described, JSON.parse(String(oddFiles.get('datapackage.json')))])
    assert.ok(validate(one), ajv.errorsText(validate.errors));
});

test('texts that no gzip file beside a page holds are in the data', () => {
  const lines = String(gunzipSync(file('data/other-texts.jsonl.gz')))
    .trim()
    .split('\n');
  const keys = lines.filter(Boolean).map((line) => (JSON.parse(line) as { key: string }).key);
  const elsewhere = texts.map((path) => path.replace(TEXT, ''));
  const withText = [...library.library.entries.values()].filter(({ blocks }) => blocks.length > 0);
  assert.deepEqual(
    withText.map(({ key }) => key).filter((key) => !elsewhere.includes(key)),
    keys,
  );
});

test('the preview server answers the lasting address of a text with the text', async (t) => {
  const served = await serveSite({ folder: site });
  t.after(() => served.close());
  for (const path of texts) {
    const answer = await fetch(served.url + plainOf(path));
    assert.equal(answer.status, 200, path);
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), gunzipSync(file(path)), path);
    const head = await fetch(served.url + path, { method: 'HEAD' });
    assert.equal(head.headers.get('content-length'), String(file(path).length));
  }
});

test('the app keeps none of them; the archive holds each as it is, and says how to open it', () => {
  assert.ok(texts.every((path) => isForm(path) && !isKept(path)));
  const zip = paths.find((path) => path.endsWith('.zip'))!;
  const inside = new Map(
    Object.entries(unzipSync(file(zip))).map(([path, bytes]) => [
      path.slice(path.indexOf('/') + 1),
      bytes,
    ]),
  );
  for (const path of texts) assert.ok(file(path).equals(inside.get(`data/site/${path}`)!), path);
  const said = strFromU8(inside.get('说明.txt')!);
  for (const ending of ['.txt.gz', '.md.gz', '.akn.xml.gz'])
    assert.match(said, new RegExp(`\\${ending}[^；。]*[解]压`, 'u'));
  assert.match(said, /other-texts\.jsonl\.gz/u);
});

test('an archive without room for them has no link to them, and no word of them among its data', () => {
  const { site: least, leftOut } = withoutCopies(
    filesUnder(site, '', (path) => !path.startsWith('downloads/')),
    0,
  );
  assert.ok(leftOut.length >= COPIES.length - 1);
  assert.deepEqual(
    [...least.keys()].filter((path) => TEXT.test(path)),
    [],
  );
  for (const [path, stored] of least)
    if (/\.(?:html|xml)$|^datapackage\.json$/u.test(path))
      assert.doesNotMatch(strFromU8(stored.read()), /\.(?:txt|md|akn\.xml)\.gz/u, path);
});
