/** What is done to every page as it is written: its addresses are made portable. */
import { defineMiddleware } from 'astro:middleware';
import { withRelativeAssets, withRootedLinks } from './views/rewrite-addresses.ts';
import { site } from './views/library.ts';
import { notFoundPath, pageOf } from './views/urls.ts';

export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const page = pageOf(url.pathname);
  const html = withRelativeAssets(page, await response.text());
  // A host shows this page at addresses of any depth: with a public address its links can be rooted there.
  const { address } = site.config;
  const rooted =
    address && page === notFoundPath ? withRootedLinks(html, new URL(address).pathname) : html;
  return new Response(rooted, response);
});
