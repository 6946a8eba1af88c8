import type { states } from '@xihuo/kernel';

export const AFTER_SALE_STATES = [
  'requested',
  'awaitingReturn',
  'returning',
  'replacing',
  'replacementSent',
  'refused',
  'escalated',
  'refunding',
  'refunded',
  'replaced',
  'withdrawn',
  'closed',
] as const;
export type AfterSaleState = (typeof AFTER_SALE_STATES)[number];

export const AFTER_SALE_EVENTS = [
  'acceptRefund',
  'acceptReturn',
  'acceptReplace',
  'refuse',
  'withdraw',
  'send',
  'sendReplacement',
  'receive',
  'escalate',
  'lapse',
  'handOver',
  'refunded',
  'refundBack',
] as const;
export type AfterSaleEvent = (typeof AFTER_SALE_EVENTS)[number];

/**
 * A claim between buyer and supplier. `returning` is answered by whoever looks at the goods that came back; a refusal may be taken
 * to the platform, which decides by a dispute (`handOver`). Money that fails days later is on its way again (`refundBack`).
 * Other packs instead of money are agreed (`replacing`), on their way and there; what was agreed and is not sent is paid back, as is
 * what its carrier lost.
 */
export const afterSaleStates: states.StateTable<AfterSaleState, AfterSaleEvent> = {
  initial: 'requested',
  table: {
    requested: {
      acceptRefund: 'refunding',
      acceptReturn: 'awaitingReturn',
      acceptReplace: 'replacing',
      refuse: 'refused',
      withdraw: 'withdrawn',
    },
    awaitingReturn: { send: 'returning', withdraw: 'withdrawn', lapse: 'closed' },
    returning: { acceptRefund: 'refunding', acceptReplace: 'replacing', refuse: 'refused' },
    replacing: { sendReplacement: 'replacementSent', acceptRefund: 'refunding' },
    replacementSent: { receive: 'replaced', acceptRefund: 'refunding', escalate: 'escalated' },
    refused: { escalate: 'escalated', lapse: 'closed' },
    escalated: { handOver: 'closed' },
    refunding: { refunded: 'refunded' },
    refunded: { refundBack: 'refunding' },
    replaced: {},
    withdrawn: {},
    closed: {},
  },
};

/** As long as a case is in one of these, its part is not released: its money may still go back. */
export const AFTER_SALE_OPEN = [
  'requested',
  'awaitingReturn',
  'returning',
  'replacing',
  'replacementSent',
  'refused',
  'escalated',
] as const;

/** What is claimed; `exchange` against what is sent back, `resend` without: of both the other packs come first, money where they do not. */
export const AFTER_SALE_KINDS = ['cancel', 'short', 'damage', 'return', 'refundOnly', 'exchange', 'resend'] as const;
export type AfterSaleKind = (typeof AFTER_SALE_KINDS)[number];
/** What a buyer may ask for: all but what a supplier lacks. */
export const CLAIM_KINDS = [
  'cancel',
  'damage',
  'return',
  'refundOnly',
  'exchange',
  'resend',
] as const satisfies readonly AfterSaleKind[];

/** What a buyer may say why; `short` is the supplier's own word. Those who bear it decide about the freight. */
export const AFTER_SALE_REASONS = {
  cancel: ['changedMind', 'late', 'other'],
  short: ['soldOut', 'spoiled', 'other'],
  damage: ['damaged'],
  return: ['noReason', 'quality', 'wrongGoods'],
  refundOnly: ['quality', 'wrongGoods', 'shortPacks', 'lost', 'sentBack', 'late', 'other'],
  exchange: ['quality', 'wrongGoods', 'damaged'],
  resend: ['shortPacks', 'damaged', 'wrongGoods', 'lost'],
} as const satisfies Record<AfterSaleKind, readonly string[]>;
export type AfterSaleReason = (typeof AFTER_SALE_REASONS)[AfterSaleKind][number];
