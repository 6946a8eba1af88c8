import type { Output } from '@xihuo/ui';

type Kind = Output<'GET /imports/{id}'>['kind'];

/** Of a kind's own words where it has any: households are counted as such, all else as rows. */
const OWN_WORDS = { linkedHouseholds: 'import', shipments: 'sending', payoutResults: 'payouts' } as const;
export const wordsOf = (kind: Kind) => (kind in OWN_WORDS ? OWN_WORDS[kind as keyof typeof OWN_WORDS] : 'bulk');
