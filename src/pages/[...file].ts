/** Every file that is no page of ours. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { ExportedFile } from '../exports/data/data-package.ts';
import { exportedFiles } from '../exports/files.ts';
import { site } from '../views/library.ts';

export const getStaticPaths = (() =>
  exportedFiles(site).map(({ path, ...props }) => ({
    params: { file: path },
    props,
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<Omit<ExportedFile, 'path'>> = async ({
  props: { mediaType, content },
}) => new Response((await content()) as BodyInit, { headers: { 'Content-Type': mediaType } });
