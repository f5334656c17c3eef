/** The files of the whole library: its data, its book, its feeds, what programs ask for by name. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { LIBRARY_FILES } from '../exports/files.ts';
import { site } from '../views/library.ts';

export const getStaticPaths = (() =>
  LIBRARY_FILES.filter(({ isIn }) => isIn?.(site) ?? true).map(({ path }) => ({
    params: { file: path },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { content, mediaType } = LIBRARY_FILES.find(({ path }) => path === params['file'])!;
  const body = (await content(site)) as BodyInit;
  return new Response(body, { headers: { 'Content-Type': mediaType } });
};
