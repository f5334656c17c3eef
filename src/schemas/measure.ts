/** 举措: one thing that a document says is, or will be, done. */
import { z } from 'zod';
import { award, commonFields, entryKey, id, relation, target, text } from './shared.ts';

/** How far a measure had come when a document spoke of it, in that document's own words. */
const statement = z.strictObject({
  state: z.enum(['已完成', '进行中', '将开展']),
  /** The words that say so; a measure of which nothing is said has no status. */
  quote: text,
  in: entryKey.optional(),
});

export const measureSchema = z.strictObject({
  ...commonFields,
  /** The measure that this one is a part of. */
  partOf: id.optional(),
  /** The document that states this measure; its first policy, else its evidence's document, when left out. */
  statedBy: entryKey.optional(),
  /** 承诺与进展: what each document says of it, one statement a document; 未说明 when left out. */
  status: z.union([statement, z.array(statement)]).optional(),
  /** 同一主题: terms that other measures are about as well, each named in the evidence or in `quote`. */
  subjects: z.array(relation).optional(),
  awards: z.array(award).optional(),
  targets: z.array(target).optional(),
});
