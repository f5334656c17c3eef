/** Files that a system leaves in folders by itself, and that are nobody's content: `.DS_Store`, `Thumbs.db`. */

const NAMES =
  /^(\.DS_Store|\._.*|__MACOSX|\.Spotlight-V100|\.Trashes|\.fseventsd|thumbs\.db|ehthumbs\.db|desktop\.ini|\.directory)$/i;

/** @returns whether a path, or a folder in it, is known as such; a name not known may be somebody's file */
export function isSystemFile(path: string): boolean {
  return path.split('/').some((name) => NAMES.test(name));
}
