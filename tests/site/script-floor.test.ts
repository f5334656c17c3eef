/**
 * The scripts of the built site use nothing that the oldest of their engines lack (docs/browsers.md): no built-in that is
 * newer, by MDN's browser-compat-data, but where the script asks first; and no syntax, regular expressions included.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import bcd, {
  type CompatStatement,
  type Identifier,
} from '@mdn/browser-compat-data' with { type: 'json' };
import ts from 'typescript';
import { builtSite } from '../browser/site.ts';

type Floor = Record<'chrome' | 'firefox' | 'safari', number>;

/** Every page's scripts; and the engine of search, which says so in a sentence below Chromium 96. */
const PAGES: Floor = { chrome: 83, firefox: 115, safari: 16 };
const ENGINE: Floor = { ...PAGES, chrome: 96 };

/** Newer built-ins that a script asks for before it uses them. */
const ASKED_FOR: Record<string, string[]> = {
  engine: ['Segmenter', 'captureStackTrace'],
  'service-worker': ['connection', 'saveData'],
};
/** Names of our own, and of Pagefind, that happen to be those of newer built-ins. */
const OWN_NAMES: Record<string, string[]> = {
  engine: [
    'destroy',
    'element',
    'fallback',
    'grow',
    'memory',
    'opened',
    'results',
    'to',
    'unit',
    's',
  ],
  keep: ['bytes'],
  hits: ['node'],
  preferences: ['preferences'],
  search: ['actions', 'number', 'retry', 'side'],
  'service-worker': ['bytes'],
};

function isThere({ support }: CompatStatement, floor: Floor): boolean {
  return Object.entries(floor).every(([browser, version]) => {
    const said = support[browser as keyof Floor];
    const [first] = Array.isArray(said) ? said : [said];
    if (!first || first.flags || first.prefix || first.alternative_name) return false;
    const { version_added: added, version_removed: removed } = first;
    if (typeof added !== 'string' || removed) return false;
    return added === 'preview' ? false : Number.parseFloat(added.replace('≤', '')) <= version;
  });
}

/** What the floor lacks: members by name, where all classes that have one are newer, and global names. */
function newerThan(floor: Floor): { members: Set<string>; globals: Set<string> } {
  const known = new Map<string, boolean>();
  const globals = new Set<string>();
  const meet = (name: string, there: boolean) =>
    known.set(name, (known.get(name) ?? false) || there);
  for (const classes of [bcd.javascript.builtins!, bcd.api]) {
    for (const [name, own] of Object.entries(classes as Record<string, Identifier>)) {
      if (name === '__compat') continue;
      if (own.__compat && !isThere(own.__compat, floor)) globals.add(name);
      for (const [member, { __compat }] of Object.entries(own as Record<string, Identifier>))
        if (member !== '__compat' && __compat && /^[a-z]\w*$/iu.test(member))
          meet(member.replace(/_static$/u, ''), isThere(__compat, floor));
    }
  }
  const members = [...known].filter(([, there]) => !there).map(([name]) => name);
  return { members: new Set(members), globals };
}

/** Names of members and of globals that a script uses. */
function namesIn(code: string): { members: Set<string>; globals: Set<string>; patterns: string[] } {
  const [members, globals, declared] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const patterns: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) members.add(node.name.text);
    else if (ts.isRegularExpressionLiteral(node)) patterns.push(node.text);
    else if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isName =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        ts.isMethodDeclaration(parent) ||
        ts.isPropertyDeclaration(parent);
      if (!isName) globals.add(node.text);
      if (
        ts.isVariableDeclaration(parent) ||
        ts.isParameter(parent) ||
        ts.isFunctionDeclaration(parent) ||
        ts.isClassDeclaration(parent) ||
        ts.isBindingElement(parent)
      )
        declared.add(node.text);
    }
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile('script.js', code, ts.ScriptTarget.Latest, true));
  for (const name of declared) globals.delete(name);
  return { members, globals, patterns };
}

const scripts = [
  ...readdirSync(join(builtSite, 'assets'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => `assets/${file}`),
  ...readdirSync(builtSite).filter((file) => file.endsWith('.js')),
];

test('there are scripts', () => assert.ok(scripts.length > 5));

for (const path of scripts) {
  const name = /([^/.]+)[^/]*$/u.exec(path)![1]!;
  test(`${name} uses nothing that its oldest engines lack`, () => {
    const used = namesIn(readFileSync(join(builtSite, path), 'utf8'));
    const newer = newerThan(name === 'engine' ? ENGINE : PAGES);
    const asked = new Set([...(ASKED_FOR[name] ?? []), ...(OWN_NAMES[name] ?? [])]);
    const lacking = [
      ...[...used.members].filter((one) => newer.members.has(one)),
      ...[...used.globals].filter((one) => newer.globals.has(one)),
    ].filter((one) => !asked.has(one));
    assert.deepEqual(lacking.sort(), []);
    assert.deepEqual(
      used.patterns.filter((one) => /\(\?<[=!]|\/[a-z]*[dv][a-z]*$/u.test(one)),
      [],
    );
    for (const one of ASKED_FOR[name] ?? [])
      assert.ok(used.members.has(one) || used.globals.has(one), `${one} is used no more`);
  });
}
