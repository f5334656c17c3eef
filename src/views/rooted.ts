/**
 * The page for a missing address is shown at addresses of any depth, where relative links would lead
 * astray: its links are written from the root of the host instead.
 */
const LINK = /(\s(?:href|src|action|data-search-script)=")(?![a-z][a-z0-9+.-]*:|[#/])/giu;

/**
 * @param html a page of the site's root folder
 * @param base path of the site on its host, `/` or `/library/`
 * @returns the page with links that begin with `base`
 */
export const withRootedLinks = (html: string, base: string): string =>
  html.replace(LINK, `$1${base}`).replace(/(<html[^>]*\sdata-root=")(?=")/u, `$1${base}`);
