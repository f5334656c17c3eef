/** The files of data that speak of the whole library, and their schemas. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { DATA_FOLDER } from '../../exports/data/files.ts';
import { site } from '../../views/library.ts';

export const getStaticPaths = (() =>
  DATA_FOLDER.map(({ path }) => ({
    params: { file: path.replace(/^data\//u, '') },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { content, mediaType } = DATA_FOLDER.find(({ path }) => path === `data/${params['file']}`)!;
  const body = (await content(site)) as BodyInit;
  return new Response(body, { headers: { 'Content-Type': mediaType } });
};
