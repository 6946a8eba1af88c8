import type { states } from '@xihuo/kernel';

export const DELIVERY_STATES = ['recorded', 'witnessed', 'confirmed', 'contested', 'corrected'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
export type DeliveryEvent = 'confirm' | 'witness' | 'contest' | 'correct';

/**
 * What a household brought. Nothing is erased: `corrected` says that a new row stands in its place. What a clerk wrote wrongly
 * is corrected as long as nobody confirmed it; after that only where the household contests it.
 */
export const deliveryStates: states.StateTable<DeliveryState, DeliveryEvent> = {
  initial: 'recorded',
  table: {
    recorded: { confirm: 'confirmed', witness: 'witnessed', contest: 'contested', correct: 'corrected' },
    witnessed: { confirm: 'confirmed', contest: 'contested', correct: 'corrected' },
    confirmed: { contest: 'contested' },
    contested: { correct: 'corrected', confirm: 'confirmed' },
    corrected: {},
  },
};

export const LOT_STATES = ['open', 'closed', 'recalled'] as const;
export type LotState = (typeof LOT_STATES)[number];
export type LotEvent = 'close' | 'reopen' | 'recall' | 'release';

/** `closed`: nothing comes in any more, what is in it still ships. `recalled`: nothing comes in or goes out. */
export const lotStates: states.StateTable<LotState, LotEvent> = {
  initial: 'open',
  table: {
    open: { close: 'closed', recall: 'recalled' },
    closed: { reopen: 'open', recall: 'recalled' },
    recalled: { release: 'closed' },
  },
};

export const RECALL_STATES = ['open', 'completed', 'withdrawn'] as const;
export type RecallState = (typeof RECALL_STATES)[number];
export type RecallEvent = 'complete' | 'withdraw';

/** `withdrawn`: the suspicion was wrong, the lots may ship again. */
export const recallStates: states.StateTable<RecallState, RecallEvent> = {
  initial: 'open',
  table: { open: { complete: 'completed', withdraw: 'withdrawn' }, completed: {}, withdrawn: {} },
};

export const LOT_CERTIFICATE_STATES = ['valid', 'replaced', 'revoked'] as const;
export type LotCertificateState = (typeof LOT_CERTIFICATE_STATES)[number];
export type LotCertificateEvent = 'replace' | 'revoke';

export const lotCertificateStates: states.StateTable<LotCertificateState, LotCertificateEvent> = {
  initial: 'valid',
  table: { valid: { replace: 'replaced', revoke: 'revoked' }, replaced: {}, revoked: {} },
};
