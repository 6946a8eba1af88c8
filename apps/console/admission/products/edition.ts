import type { Input, Output } from '@xihuo/ui';

export type Edition = Output<'GET /admission/editions/{number}'>;
type Wanted = Input<'PUT /admission/editions/{number}'>['body'];

/** What shows something else once an edition was touched. */
export const EDITION_READS = [
  'GET /admission/editions',
  'GET /admission/editions/{number}',
  'GET /admission/editions/{number}/entries',
] as const;

/** Once published it has no coming entries any more: asking for them would be refused. */
export const PUBLISHED_READS = ['GET /admission/editions', 'GET /admission/editions/{number}'] as const;

/** A draft as it is saved: its words, and everything it leaves out, as a whole. */
export function wantedOf({ title, note, exclusions }: Edition): Wanted {
  return {
    title,
    note,
    exclusions: exclusions.map(({ supplier, product, reason }) => ({
      supplierId: supplier.id,
      productId: product.id,
      reason,
    })),
  };
}
