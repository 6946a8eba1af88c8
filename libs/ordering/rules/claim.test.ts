import { machines } from '@xihuo/contract';
import { money, states } from '@xihuo/kernel';
import { claimablePacks, claimUntil, deadlineOf, effectOfSilence, priceOfPacks, type ClaimedLine } from './claim';

const line = (changed: Partial<ClaimedLine> = {}): ClaimedLine => ({
  quantity: 3,
  amountFen: money.fen(1_100),
  freightFen: money.fen(100),
  perishable: false,
  shippedPacks: 3,
  cancelledPacks: 0,
  claimedPacks: 0,
  goneFen: money.ZERO,
  ...changed,
});

describe('what packs bring back', () => {
  test('F10: every pack its share, and all of them the whole, in whichever order they come', () => {
    const one = [0, 1, 2].map((claimedPacks) => priceOfPacks('return', 'noReason', line({ claimedPacks }), 1));
    expect(one).toEqual([334n, 333n, 333n]);
    expect(priceOfPacks('return', 'noReason', line(), 3)).toBe(1_000n);
    const faults = [0, 1, 2].map((claimedPacks) => priceOfPacks('return', 'quality', line({ claimedPacks }), 1));
    expect(money.sum(faults)).toBe(1_100n);
  });

  test('F8: one that has left and two that never will are the whole line', () => {
    const parted = line({ shippedPacks: 1 });
    const cancelled = priceOfPacks('cancel', 'changedMind', parted, 2);
    const damaged = priceOfPacks('damage', 'damaged', { ...parted, cancelledPacks: 2 }, 1);
    expect(cancelled + damaged).toBe(1_100n);
  });

  test.each([
    ['cancel', 'changedMind', 1_100n],
    ['damage', 'damaged', 1_100n],
    ['refundOnly', 'shortPacks', 1_100n],
    ['refundOnly', 'other', 1_000n],
    ['return', 'noReason', 1_000n],
  ] as const)('%s for %s: freight where the supplier bears it', (kind, reason, fen) => {
    const whole = kind === 'cancel' ? line({ shippedPacks: 0 }) : line();
    expect(priceOfPacks(kind, reason, whole, 3)).toBe(fen);
  });
});

const terms = { windowDays: 7, perishableWindowDays: 2 };
const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const received = { state: 'received', receivedAt: at(1), releaseDue: at(8) } as const;
const shipped = { state: 'shipped', receivedAt: null, releaseDue: null } as const;
const fresh = { perishable: true };
const lasting = { perishable: false };

test.each([
  ['no reason, seven days from receipt', 'return', 'noReason', lasting, received, at(8)],
  ['no reason before receipt', 'return', 'noReason', lasting, shipped, null],
  ['no reason for fresh goods', 'return', 'noReason', fresh, received, null],
  ['damage of fresh goods, two days', 'damage', 'damaged', fresh, received, at(3)],
  ['damage of others has no short way', 'damage', 'damaged', lasting, received, null],
  ['a fault of fresh goods in a part that waits longer', 'refundOnly', 'quality', fresh, received, at(8)],
  ['short packs on the way', 'refundOnly', 'shortPacks', lasting, shipped, 'openEnded'],
  ['cancelled before it leaves', 'cancel', 'changedMind', lasting, { ...shipped, state: 'toShip' }, 'openEnded'],
  ['cancelled after it has left', 'cancel', 'changedMind', lasting, shipped, null],
  ['anything once it is released', 'refundOnly', 'quality', lasting, { ...received, state: 'released' }, null],
] as const)('%s', (_name, kind, reason, one, part, until) => {
  expect(claimUntil(kind, reason, one, part, terms)).toEqual(until);
});

test('what has left is claimed once, what has not is cancelled', () => {
  const parted = line({ shippedPacks: 2, claimedPacks: 1 });
  expect([claimablePacks('damage', parted), claimablePacks('cancel', parted)]).toEqual([1, 1]);
});

test('silence moves every state that has a deadline, by an event its table knows', () => {
  for (const state of machines.AFTER_SALE_STATES)
    for (const kind of ['damage', 'return', 'refundOnly'] as const) {
      const event = effectOfSilence(state, kind);
      expect([state, event === null]).toEqual([state, deadlineOf(state, kind) === null]);
      if (event) expect(states.transition(machines.afterSaleStates, state, event)).not.toBeNull();
    }
});

test('every state of a case can be reached', () => {
  expect(states.reachable(machines.afterSaleStates)).toEqual(new Set(machines.AFTER_SALE_STATES));
});
