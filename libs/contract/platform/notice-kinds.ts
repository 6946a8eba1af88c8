/**
 * What notices are about, by kind, and in which app that is looked at. A notice names the kind and what follows it, as `order:ID`; each app
 * has the ways of its kinds in `leadsOn`, and a test that each of them is a page.
 */
export const NOTICE_KINDS = {
  ...{ application: 'console', mandate: 'console', objection: 'console', dossier: 'console', recognition: 'console' },
  ...{ edition: 'console', standard: 'console', listing: 'console' },
  ...{
    case: 'console',
    measure: 'console',
    rectification: 'console',
    recheck: 'console',
    appeal: 'console',
    exit: 'console',
  },
  ...{ certificate: 'console', certification: 'console', sample: 'console', producer: 'console' },
  ...{ change: 'console', changes: 'console', lead: 'console', fair: 'console' },
  ...{ answering: 'console', mediation: 'console', review: 'console', question: 'console', feedback: 'console' },
  ...{ orders: 'console', part: 'console', invoicing: 'console', transfers: 'console', settlement: 'console' },
  ...{
    statements: 'console',
    ending: 'console',
    roles: 'console',
    sessions: 'console',
    settings: 'console',
    differences: 'console',
  },
  ...{ recall: 'console', import: 'console', viewing: 'console' },
  ...{ order: 'shop', dispute: 'shop', product: 'shop', purchase: 'shop', invoice: 'shop', leads: 'shop' },
  /** Of an order to its buyer, of all that are open to a supplier. */
  claims: 'both',
  /** A household's own, and a supplier's. */
  ...{ payouts: 'both', delivery: 'both', agreement: 'both', work: 'both', contest: 'both', outside: 'both' },
  ...{ pool: 'both', distribution: 'both' },
} as const satisfies Record<string, 'console' | 'shop' | 'both'>;

export type NoticeAbout = `${keyof typeof NOTICE_KINDS}:${string}`;
