import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editorHref } from './editor-link.ts';

test('a file is named as VS Code takes it, with Chinese and spaces, on either system', () => {
  assert.equal(
    editorHref('/srv/my library', 'policies/a.mdx'),
    'vscode://file/srv/my%20library/policies/a.mdx',
  );
  assert.equal(
    editorHref('C:\\资料\\content', 'policies/a.mdx'),
    'vscode://file/C:/%E8%B5%84%E6%96%99/content/policies/a.mdx',
  );
});
