/**
 * What is wrong with a table by its own Table Schema (specs.frictionlessdata.io/table-schema, version 1), as
 * `frictionless validate` looks for it: header, width of rows, types, constraints and foreign keys. It is ours, as the
 * libraries for it on npm (`datapackage`, `tableschema`) rest on an HTTP client and a JSON Schema validator of 2021.
 */
import { parse } from 'csv-parse/sync';
import type { Column, Table } from '../../src/exports/data/tables.ts';

/** A resource of `datapackage.json` with a schema. */
export interface TableResource {
  name: string;
  path: string;
  schema: { fields: Column[]; primaryKey?: string; foreignKeys?: Table['foreignKeys'] };
}

const TYPES: Record<Column['type'], RegExp> = {
  string: /^/u,
  number: /^-?\d+(\.\d+)?$/u,
  integer: /^-?\d+$/u,
  boolean: /^[是否]$/u,
};

function cellFault(cell: string, { type, constraints = {} }: Column): string | undefined {
  if (cell === '') return constraints.required && 'required';
  if (!TYPES[type].test(cell)) return `type ${type}`;
  if (constraints.enum && !constraints.enum.includes(cell)) return 'enum';
  if (constraints.pattern && !new RegExp(constraints.pattern, 'u').test(cell)) return 'pattern';
  return undefined;
}

const twice = (values: string[]): string[] => values.filter((v, i) => values.indexOf(v) !== i);

/**
 * @param tables every table of the package, since keys lead from one to another
 * @param read the CSV of a path
 * @returns one line a fault: `data/awards.csv:3 金额: type number`; none where all is well
 */
export function tableFaults(
  tables: readonly TableResource[],
  read: (path: string) => string,
): string[] {
  const rows = new Map(
    tables.map(({ name, path }) => {
      const options = { bom: true, relax_column_count: true };
      return [name, parse(read(path), options) as string[][]] as const;
    }),
  );
  const column = (table: string, field: string): string[] => {
    const [header, ...body] = rows.get(table)!;
    const at = header!.indexOf(field);
    return body.map((row) => row[at] ?? '');
  };
  return tables.flatMap(({ name, path, schema: { fields, primaryKey, foreignKeys = [] } }) => {
    const [header, ...body] = rows.get(name)!;
    const names = fields.map((field) => field.name);
    if (header!.join() !== names.join()) return [`${path}:1: header`];
    const faults = body.flatMap((row, i) => {
      const where = `${path}:${i + 2}`;
      if (row.length !== fields.length) return [`${where}: ${row.length} cells`];
      return fields.flatMap((field, at) => {
        const fault = cellFault(row[at]!, field);
        return fault ? [`${where} ${field.name}: ${fault}`] : [];
      });
    });
    const unique = fields.filter((f) => f.constraints?.unique || f.name === primaryKey);
    for (const field of unique)
      for (const value of twice(column(name, field.name)))
        faults.push(`${path} ${field.name}: twice ${value}`);
    for (const { fields: field, reference } of foreignKeys) {
      const known = new Set(column(reference.resource, reference.fields));
      for (const value of column(name, field))
        if (!known.has(value)) faults.push(`${path} ${field}: unknown ${value}`);
    }
    return faults;
  });
}
