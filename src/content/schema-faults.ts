/** What a schema found wrong, said to an author: what it is, and what to write instead. */
import { z } from 'zod';
import { closestMatch } from '../library/names/names.ts';
import { say, type ProblemCode, type Said, type Values } from '../library/problems/registry.ts';

type Issue = z.core.$ZodIssue;
export interface SchemaFault extends Said {
  path: (string | number)[];
}

const TYPES: Record<string, string> = {
  string: '文字',
  number: '数字',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组字段',
  record: '一组字段',
};

const field = (path: PropertyKey[]): string => path.map(String).join('.');

/** The names of the fields that may stand at a path of a schema. */
function fieldsAt(schema: z.ZodType, path: PropertyKey[]): string[] {
  let at: unknown = schema;
  const unwrap = (s: unknown): unknown => {
    const def = (s as { def?: { innerType?: unknown; element?: unknown; options?: unknown[] } })
      .def;
    if (def?.innerType) return unwrap(def.innerType);
    if (def?.options) return unwrap(def.options.find((o) => 'shape' in (o as object)) ?? s);
    return s;
  };
  for (const step of path) {
    const here = unwrap(at) as { shape?: Record<string, unknown>; def?: { element?: unknown } };
    at = typeof step === 'number' ? here.def?.element : here.shape?.[String(step)];
    if (!at) return [];
  }
  return Object.keys((unwrap(at) as { shape?: object }).shape ?? {});
}

const fault = (path: SchemaFault['path'], code: ProblemCode, values: Values): SchemaFault => ({
  path,
  ...say(code, values),
});

function faultsOf(issue: Issue, schema: z.ZodType): SchemaFault[] {
  const path = issue.path as (string | number)[];
  const name = field(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = fieldsAt(schema, issue.path);
        const values = {
          field: key,
          suggestion: closestMatch(key, known),
          fields: known.join('、'),
        };
        return fault([...path, key], 'field-unknown', values);
      });
    case 'invalid_type': {
      if (issue.input === undefined) return [fault(path, 'field-missing', { field: name })];
      const type = TYPES[issue.expected] ?? issue.expected;
      return [fault(path, 'field-type', { field: name, type })];
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join('、');
      return [fault(path, 'field-choice', { field: name, value: String(issue.input), values })];
    }
    case 'invalid_union': {
      const nested = issue.errors.map((errors) => errors.flatMap((e) => faultsOf(e, schema)));
      const [first] = nested.flat().toSorted((a, b) => b.path.length - a.path.length);
      const reason = first?.message ?? issue.message;
      const remedy = first?.hint ?? '请参照其他条目的写法';
      return [
        fault([...path, ...(first?.path ?? [])], 'field-form', { field: name, reason, remedy }),
      ];
    }
    default:
      return [fault(path, 'field-value', { field: name, reason: issue.message })];
  }
}

/** Checks data against a schema. @returns the parsed data, or every fault */
export function checkSchema<T>(
  schema: z.ZodType<T>,
  data: unknown,
): { data: T; faults: [] } | { data: null; faults: SchemaFault[] } {
  const result = schema.safeParse(data, { reportInput: true });
  if (result.success) return { data: result.data, faults: [] };
  return { data: null, faults: result.error.issues.flatMap((issue) => faultsOf(issue, schema)) };
}
