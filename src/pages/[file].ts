/** The files at the root that speak of the whole library. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { LIBRARY_FILES } from '../exports/library-files.ts';
import { site } from '../views/library.ts';

export const getStaticPaths = (() =>
  LIBRARY_FILES.filter(({ isIn }) => isIn?.(site) ?? true).map(({ path }) => ({
    params: { file: path },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { content } = LIBRARY_FILES.find(({ path }) => path === params['file'])!;
  return new Response((await content(site)) as BodyInit);
};
