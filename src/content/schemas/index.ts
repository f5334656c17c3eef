/** Which schema each collection has, and which links may point to it. */
import type { Collection } from '../../library/types.ts';
import { chainSchema } from './chain.ts';
import { clusterSchema } from './cluster.ts';
import { eventSchema } from './event.ts';
import { measureSchema } from './measure.ts';
import { organisationSchema } from './organisation.ts';
import { policySchema } from './policy.ts';
import { replySchema } from './reply.ts';
import { termSchema } from './term.ts';

export const schemas = {
  replies: replySchema,
  policies: policySchema,
  measures: measureSchema,
  clusters: clusterSchema,
  chains: chainSchema,
  events: eventSchema,
  organisations: organisationSchema,
  terms: termSchema,
} as const satisfies Record<Collection, unknown>;
