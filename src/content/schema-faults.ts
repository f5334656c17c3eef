/** What a schema found wrong, said to an author: what it is, and what to write instead. */
import type { z } from 'zod';
import { closestMatch } from '../library/names/names.ts';
import { say, type ProblemCode, type Said, type Values } from '../library/problems/registry.ts';

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

/** Zod tells an issue with the schema that found it to whoever makes its message alone: so this is where its fields are known. */
const knownFields: z.core.$ZodErrorMap = ({ code, inst }) =>
  code === 'unrecognized_keys'
    ? Object.keys((inst as unknown as { shape: object }).shape).join('、')
    : undefined;

function faultsOf(issue: z.core.$ZodIssue): SchemaFault[] {
  const path = issue.path as (string | number)[];
  const field = path.join('.');
  const fault = (code: ProblemCode, values: Values, at = path): SchemaFault[] => [
    { path: at, ...say(code, values) },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.flatMap((key) => {
        const fields = issue.message;
        const suggestion = closestMatch(key, fields.split('、'));
        return fault('field-unknown', { field: key, suggestion, fields }, [...path, key]);
      });
    case 'invalid_type':
      if (issue.input === undefined) return fault('field-missing', { field });
      return fault('field-type', { field, type: TYPES[issue.expected] ?? issue.expected });
    case 'invalid_value': {
      const values = issue.values.map(String).join('、');
      return fault('field-choice', { field, value: String(issue.input), values });
    }
    case 'invalid_union': {
      const nested = issue.errors.flat().flatMap(faultsOf);
      const [first] = nested.toSorted((a, b) => b.path.length - a.path.length);
      const reason = first?.message ?? issue.message;
      const remedy = first?.hint ?? '请参照其他条目的写法';
      return fault('field-form', { field, reason, remedy }, [...path, ...(first?.path ?? [])]);
    }
    default:
      return fault('field-value', { field, reason: issue.message });
  }
}

/** Checks data against a schema. @returns the parsed data, or every fault */
export function checkSchema<T>(
  schema: z.ZodType<T>,
  data: unknown,
): { data: T; faults: [] } | { data: null; faults: SchemaFault[] } {
  const result = schema.safeParse(data, { reportInput: true, error: knownFields });
  if (result.success) return { data: result.data, faults: [] };
  return { data: null, faults: result.error.issues.flatMap(faultsOf) };
}
