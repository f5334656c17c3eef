/** A table of the data: its columns, described for people and for programs, and its rows. */
import type { Library } from '../../library/types.ts';
import { toCsv, type Cell } from './csv.ts';

/** A column, as a field of Frictionless Table Schema (specs.frictionlessdata.io/table-schema). */
export interface Column {
  name: string;
  type: 'string' | 'number' | 'integer' | 'boolean';
  description: string;
  constraints?: { required?: true; unique?: true; enum?: string[]; pattern?: string };
}

export interface Table {
  /** Names the file: `data/<name>.csv`. */
  name: string;
  title: string;
  columns: Column[];
  /** Columns whose values are those of a column of another table. */
  foreignKeys?: { fields: string; reference: { resource: string; fields: string } }[];
  rows: (library: Library) => Cell[][];
}

/** @returns the table as CSV */
export const csvOf = (table: Table, library: Library): string =>
  toCsv(
    table.columns.map(({ name }) => name),
    table.rows(library),
  );

const REQUIRED = { constraints: { required: true as const } };

/** A column of words that is never empty. */
export const told = (name: string, description: string): Column => ({
  name,
  type: 'string',
  description,
  ...REQUIRED,
});

/** A column of words that may be empty: not known, or not said. */
export const perhaps = (name: string, description: string): Column => ({
  name,
  type: 'string',
  description,
});

/** A column of numbers that is never empty. */
export const amount = (name: string, description: string): Column => ({
  name,
  type: 'number',
  description,
  ...REQUIRED,
});

/** A column of 是 and 否. */
export const yesOrNo = (name: string, description: string): Column => ({
  name,
  type: 'boolean',
  description,
  ...REQUIRED,
});

/** The columns that say which words a row rests on. */
export const QUOTED: [Column, Column] = [
  told('原文', '所据的原话，逐字'),
  told('出处', '原话所在的页面和段落，从网站根目录算起：replies/2021-46.html#p3'),
];
