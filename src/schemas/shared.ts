/** Fields and small types that several collections share. */
import { z } from 'zod';

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** YAML readers disagree on whether 2021 and 2021-03-01 are text: take them all as text. */
const dateText = (value: unknown): unknown => {
  if (typeof value === 'number') return String(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : value;
};

/**
 * Tells whether a day exists in the calendar.
 * @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 */
function existsInCalendar(date: string): boolean {
  if (!DATE.test(date)) return false;
  if (date.length < 10) return true;
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

/** A year, a month or a day that exists. */
export const date = z.preprocess(
  dateText,
  z
    .string()
    .refine(existsInCalendar, '不是存在的日期：请写 YYYY、YYYY-MM 或 YYYY-MM-DD，如 2021-05-20')
    .meta({ pattern: DATE.source }),
);

/** Text with something in it. */
export const text = z.string().trim().min(1, '不能为空');

/** An entry's id: the name of its file without the ending. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '须为小写英文字母、数字和连字符，如 rail-transit');

/** An entry of any collection: `replies/2021-46`. */
export const entryKey = z
  .string()
  .regex(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/, '须写成“类别/文件名”，如 replies/2021-46');

/** A relation: an id, or an id with the words that show the relation. */
export const relation = z.union([id, z.strictObject({ id, quote: text, in: entryKey.optional() })]);

/** One of the levels of government. */
export const level = z.enum(['国家', '省', '市', '区']);

/** A fact that the library's own documents do not state, with where it comes from. */
export const externalFact = z
  .strictObject({
    /** The statement, in the editors' words. */
    fact: text,
    /** The source's own wording. */
    quote: text,
    source: z.strictObject({
      title: text,
      /** official: a gov.cn site; repost: a copy of an article; mirror: an unofficial copy of an official page. */
      kind: z.enum(['official', 'institution', 'news', 'repost', 'mirror']),
      url: z
        .url({ protocol: /^https?$/, error: '须为完整网址，如 https://example.org/' })
        .optional(),
      /** When the source appeared. */
      date: date.optional(),
    }),
    confidence: z.enum(['high', 'medium']),
    /** What a reader must know before relying on it. */
    note: text.optional(),
    /** Metadata that this fact supplies, such as `number`; each value stands in the quote. */
    provides: z.record(z.string(), text).optional(),
    /** Other entries that the fact bears on: they link to it; it is written on this one page alone. */
    concerns: z.array(entryKey).optional(),
  })
  .refine((fact) => !(fact.source.url && ['repost', 'mirror'].includes(fact.source.kind)), {
    path: ['source', 'url'],
    message: '转载或镜像只能作“待核实”，不得链接：请删去 url',
  });

/** Money or support that a policy or measure grants. */
export const award = z.strictObject({
  /** Who or what is rewarded. */
  name: text,
  amount: z.number().positive(),
  unit: text,
  /** The amount is a maximum (最高). */
  ceiling: z.boolean().optional(),
  condition: text.optional(),
  /** 申报渠道: where and how to apply, as the text words it; 不详 when left out. */
  channel: text.optional(),
  /** 有效期: until when it holds; 不详 when left out. */
  validUntil: date.optional(),
  quote: text,
  in: entryKey.optional(),
});

/** A figure to be reached, or (with `progress`) one that the document says was reached. */
export const target = z.strictObject({
  name: text,
  amount: z.number().positive(),
  unit: text,
  /** The document's word for the bound: 突破、余、超. */
  bound: text.optional(),
  by: z.number().int().optional(),
  progress: z.boolean().optional(),
  quote: text,
  in: entryKey.optional(),
});

/** A remark of the editors on words of the text (校注). */
export const editorialNote = z.strictObject({
  /** The words as printed; the first place where they stand is meant, or their place in `within`. */
  on: text,
  /** Words around them that stand only once, where `on` stands in several places. */
  within: text.optional(),
  note: text,
});

/** A place where the original turned a page in the midst of a paragraph, which is joined here. */
export const pageBreak = z.strictObject({
  /** The last words before it. */
  on: text,
  /** Words around the break that stand only once, where `on` stands in several places. */
  within: text.optional(),
});

/** The file as received, kept unchanged in the folder `original`. */
export const original = z.strictObject({
  file: z
    .string()
    .regex(/^[\w.-]+$/u, '只写 original 文件夹中的文件名，由英文字母、数字、点和连字符组成'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, '须为 64 位小写十六进制数'),
});

/** What an entry of every collection may have. Only the title is obligatory. */
export const commonFields = {
  /** The name a reader knows it by; every mention of it becomes a link. */
  title: text,
  /** Other wordings that mean this entry. */
  aliases: z.array(text).optional(),
  /** One sentence on what it is, supported by `evidence`. */
  summary: text.optional(),
  date: date.optional(),
  /** The date as the source words it. */
  dateText: text.optional(),
  /** 收录日期: the day on which the library took the entry in; the feed tells it. */
  added: date.refine((day) => day.length === 10, '请写出到日，如 2021-05-20').optional(),
  /** 更新日期: the day on which what the library says of it last changed. */
  changed: date.refine((day) => day.length === 10, '请写出到日，如 2021-05-20').optional(),
  /** Ids that it had before: their pages say where it went. */
  formerIds: z.array(id).optional(),
  /** Place in lists; smaller first. */
  order: z.number().optional(),
  replies: z.array(relation).optional(),
  policies: z.array(relation).optional(),
  measures: z.array(relation).optional(),
  clusters: z.array(relation).optional(),
  chains: z.array(relation).optional(),
  events: z.array(relation).optional(),
  organisations: z.array(relation).optional(),
  terms: z.array(relation).optional(),
  /** Exact words of a document that this entry rests on. */
  evidence: z.array(z.strictObject({ in: entryKey, quote: text })).optional(),
  external: z.array(externalFact).optional(),
};
