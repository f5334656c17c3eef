/** What a schema found wrong, said to an author: what it is, and what to write instead. */
import { z } from 'zod';
import { nearest } from '../library/nearest.ts';

type Issue = z.core.$ZodIssue;
export interface SchemaFault {
  path: (string | number)[];
  message: string;
  hint: string;
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

function say(issue: Issue, schema: z.ZodType): SchemaFault[] {
  const path = issue.path as (string | number)[];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = fieldsAt(schema, issue.path);
        const near = nearest(key, known);
        return {
          path: [...path, key],
          message: `没有名为“${key}”的字段`,
          hint: near ? `最接近的是 ${near}` : `可用的字段：${known.join('、')}`,
        };
      });
    case 'invalid_type':
      return [
        issue.input === undefined
          ? { path, message: `缺少字段 ${field(path)}`, hint: `请写上 ${field(path)}: …` }
          : {
              path,
              message: `字段 ${field(path)} 的类型不对`,
              hint: `这里须是${TYPES[issue.expected] ?? issue.expected}`,
            },
      ];
    case 'invalid_value':
      return [
        {
          path,
          message: `字段 ${field(path)} 的值“${String(issue.input)}”不在可用的值之中`,
          hint: `可用的值：${issue.values.map(String).join('、')}`,
        },
      ];
    case 'invalid_union': {
      const nested = issue.errors.map((errors) => errors.flatMap((e) => say(e, schema)));
      const [first] = nested.flat().toSorted((a, b) => b.path.length - a.path.length);
      return [
        {
          path: [...path, ...(first?.path ?? [])],
          message: `字段 ${field(path)} 的写法不对：${first?.message ?? issue.message}`,
          hint: first?.hint ?? '请参照其他条目的写法',
        },
      ];
    }
    default:
      return [{ path, message: `字段 ${field(path)}：${issue.message}`, hint: '请照此改正' }];
  }
}

/** Checks data against a schema. @returns the parsed data, or every fault */
export function checkSchema<T>(
  schema: z.ZodType<T>,
  data: unknown,
): { data: T; faults: [] } | { data: null; faults: SchemaFault[] } {
  const result = schema.safeParse(data, { reportInput: true });
  if (result.success) return { data: result.data, faults: [] };
  return { data: null, faults: result.error.issues.flatMap((issue) => say(issue, schema)) };
}
