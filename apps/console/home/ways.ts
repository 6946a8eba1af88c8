import type { Output } from '@xihuo/ui';

export type Waiting = Output<'GET /me/today'>['data'][number]['what'];

/** Where each list is that something waits in, so narrowed that it shows what was counted. One without a way does not compile. */
export const WAYS: Readonly<Record<Waiting, string>> = {
  toShip: '/ordering/orders',
  claims: '/ordering/after-sales',
  disputes: '/disputes?view=waiting',
  invoices: '/ordering/invoices?waiting=supplier',
  measures: '/admission/own?state=inForce',
  dossiersBack: '/admission/dossiers?state=correctionsRequested',
  recognitionsBack: '/admission/recognitions?state=correctionsRequested',
  changesBack: '/catalogue/changes?state=changesRequested',
  recommending: '/admission/queue?step=county',
  stamping: '/admission/recognitions?state=submitted',
  checking: '/admission/queue',
  reviewing: '/admission/queue?step=review',
  dossiers: '/admission/dossiers',
  recognitions: '/admission/recognitions?state=countyStamped',
  changes: '/catalogue/changes',
  objections: '/admission/objections',
  certificates: '/admission/watching/certificates',
  rechecks: '/admission/watching/rechecks',
  inspections: '/admission/inspections',
  proposals: '/admission/watching/cases?state=proposed',
  appeals: '/admission/watching/appeals',
  runs: '/settlement/runs?view=open',
  payouts: '/settlement/payouts?state=drawn',
  accounts: '/settlement/accounts?state=proposed',
  adjustments: '/settlement/adjustments?state=proposed',
  differences: '/payment/differences',
  transfers: '/ordering/transfers?state=waiting',
  returns: '/ordering/transfer-returns?state=proposed',
  mediation: '/mediation',
  mediationMine: '/mediation?view=mine',
  deadLetters: '/platform/dead-letters',
};
