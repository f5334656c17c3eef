/** The address that opens an entry's file in VS Code; only pages shown by `npm run dev` have it. */

/**
 * @param folder the content folder's absolute path, of either system
 * @param file the entry's file in it
 */
export function editorHref(folder: string, file: string): string {
  const path = `${folder}/${file}`.replaceAll('\\', '/');
  return `vscode://file${encodeURI(path.startsWith('/') ? path : `/${path}`)}`;
}
