import { machines } from '@xihuo/contract';
import { money, states } from '@xihuo/kernel';
import fc from 'fast-check';
import {
  claimablePacks,
  claimUntil,
  deadlineOf,
  effectOfConsent,
  effectOfSilence,
  freightOfRefund,
  priceOfPacks,
  type ClaimedLine,
} from './claim';

const line = (changed: Partial<ClaimedLine> = {}): ClaimedLine => ({
  quantity: 3,
  amountFen: money.fen(1_100),
  freightFen: money.fen(100),
  perishable: false,
  shippedPacks: 3,
  cancelledPacks: 0,
  claimedPacks: 0,
  takenGoodsFen: money.ZERO,
  takenFreightFen: money.ZERO,
  goneFen: money.ZERO,
  ...changed,
});

type Asked = Parameters<typeof priceOfPacks>;

/** Claims one after the other; what each brings back. A claim `of` packs may be taken back, and a later one finds its fen. */
function bring(
  whole: ClaimedLine,
  asked: readonly { kind: Asked[0]; reason: string; packs: number; back?: boolean }[],
) {
  let standing = whole;
  return asked.map(({ kind, reason, packs, back = false }) => {
    const price = priceOfPacks(kind, reason, standing, packs);
    const isCancelled = kind === 'cancel' || kind === 'short';
    if (!back)
      standing = {
        ...standing,
        claimedPacks: standing.claimedPacks + (isCancelled ? 0 : packs),
        cancelledPacks: standing.cancelledPacks + (isCancelled ? packs : 0),
        takenGoodsFen: money.fen(standing.takenGoodsFen + price.goodsFen),
        takenFreightFen: money.fen(standing.takenFreightFen + price.freightFen),
      };
    return back ? money.ZERO : price.refundFen;
  });
}

describe('what packs bring back', () => {
  const one = (reason: string) => ({ kind: 'return' as const, reason, packs: 1 });

  test('F10: every pack its share, and all of them the whole, in whichever order they come', () => {
    expect(bring(line(), [one('noReason'), one('noReason'), one('noReason')])).toEqual([334n, 333n, 333n]);
    expect(bring(line(), [{ ...one('noReason'), packs: 3 }])).toEqual([1_000n]);
    expect(money.sum(bring(line(), [one('quality'), one('quality'), one('quality')]))).toBe(1_100n);
  });

  test('F8: one that has left and two that never will are the whole line', () => {
    const parted = [
      { kind: 'cancel' as const, reason: 'changedMind', packs: 2 },
      { kind: 'damage' as const, reason: 'damaged', packs: 1 },
    ];
    expect(money.sum(bring(line({ shippedPacks: 1 }), parted))).toBe(1_100n);
  });

  test('whatever is claimed, cancelled and taken back again, in whichever order: all packs are what was paid', () => {
    const wish = fc.record({
      kind: fc.constantFrom('cancel' as const, 'damage' as const),
      packs: fc.integer({ min: 1, max: 4 }),
      back: fc.boolean(),
    });
    const fen = fc.bigInt({ min: 1n, max: 10_000n });
    fc.assert(
      fc.property(fen, fen, fc.array(wish, { maxLength: 12 }), (goods, freight, wishes) => {
        const quantity = 1 + wishes.reduce((all, { packs, back }) => all + (back ? 0 : packs), 0);
        const whole = line({ quantity, amountFen: money.fen(goods + freight), freightFen: money.fen(freight) });
        const asked = [...wishes, { kind: 'cancel' as const, packs: 1, back: false }].map((some) => ({
          ...some,
          reason: 'damaged',
          packs: Math.min(some.packs, quantity),
        }));
        // What is taken back may ask for all that is left; what stands is always there to be asked for.
        let left = quantity;
        const possible = asked.filter(({ packs, back }) => {
          if (packs > left) return false;
          left -= back ? 0 : packs;
          return true;
        });
        expect(money.sum(bring(whole, possible))).toBe(goods + freight);
      }),
      { numRuns: 500 },
    );
  });

  test('of a refund, the freight is its part where it goes back, and none where it does not', () => {
    const price = priceOfPacks('damage', 'damaged', line(), 3);
    expect([1_100n, 550n, 1n].map((fen) => freightOfRefund(money.fen(fen), price))).toEqual([100n, 50n, 0n]);
    expect(freightOfRefund(money.fen(500n), priceOfPacks('return', 'noReason', line(), 3))).toBe(0n);
  });

  test.each([
    ['cancel', 'changedMind', 1_100n],
    ['damage', 'damaged', 1_100n],
    ['refundOnly', 'shortPacks', 1_100n],
    ['refundOnly', 'other', 1_000n],
    ['return', 'noReason', 1_000n],
    ['exchange', 'quality', 1_100n],
    ['resend', 'shortPacks', 1_100n],
  ] as const)('%s for %s: freight where the supplier bears it', (kind, reason, fen) => {
    const whole = kind === 'cancel' ? line({ shippedPacks: 0 }) : line();
    expect(priceOfPacks(kind, reason, whole, 3).refundFen).toBe(fen);
  });
});

const windowOf = (line: { perishable: boolean }) => (line.perishable ? 2 : 7);
const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const received = { state: 'received', receivedAt: at(1), deliveredAt: null, releaseDue: at(8) } as const;
const shipped = { state: 'shipped', receivedAt: null, deliveredAt: null, releaseDue: null } as const;
const fresh = { perishable: true };
const lasting = { perishable: false };

test.each([
  ['no reason, seven days from receipt', 'return', 'noReason', lasting, received, at(8)],
  ['no reason before receipt', 'return', 'noReason', lasting, shipped, null],
  ['no reason for fresh goods', 'return', 'noReason', fresh, received, null],
  ['damage of fresh goods, two days', 'damage', 'damaged', fresh, received, at(3)],
  ['damage, two days from when it was there', 'damage', 'damaged', fresh, { ...received, deliveredAt: at(-1) }, at(1)],
  ['damage, there but not said to be', 'damage', 'damaged', fresh, { ...shipped, deliveredAt: at(2) }, at(4)],
  [
    'damage, received before the carrier said so',
    'damage',
    'damaged',
    fresh,
    { ...received, deliveredAt: at(2) },
    at(3),
  ],
  ['a hidden fault, though there before', 'refundOnly', 'quality', fresh, { ...received, deliveredAt: at(-1) }, at(8)],
  ['damage of others has no short way', 'damage', 'damaged', lasting, received, null],
  ['a fault of fresh goods in a part that waits longer', 'refundOnly', 'quality', fresh, received, at(8)],
  ['short packs on the way', 'refundOnly', 'shortPacks', lasting, shipped, 'openEnded'],
  ['cancelled before it leaves', 'cancel', 'changedMind', lasting, { ...shipped, state: 'toShip' }, 'openEnded'],
  ['cancelled after it has left', 'cancel', 'changedMind', lasting, shipped, null],
  ['an exchange, as long as faults may be claimed', 'exchange', 'quality', lasting, received, at(8)],
  ['fresh goods do not travel back to be exchanged', 'exchange', 'quality', fresh, received, null],
  ['fresh goods sent once more', 'resend', 'damaged', fresh, received, at(8)],
  ['anything once it is released', 'refundOnly', 'quality', lasting, { ...received, state: 'released' }, null],
] as const)('%s', (_name, kind, reason, one, part, until) => {
  expect(claimUntil(kind, reason, one, part, windowOf(one))).toEqual(until);
});

test('what has left is claimed once, what has not is cancelled', () => {
  const parted = line({ shippedPacks: 2, claimedPacks: 1 });
  expect([claimablePacks('damage', parted), claimablePacks('cancel', parted)]).toEqual([1, 1]);
});

test('silence moves every state that has a deadline, by an event its table knows', () => {
  for (const state of machines.AFTER_SALE_STATES)
    for (const kind of ['damage', 'return', 'refundOnly', 'exchange', 'resend'] as const) {
      const event = effectOfSilence(state, kind);
      expect([state, event === null]).toEqual([state, deadlineOf(state, kind) === null]);
      if (event) expect(states.transition(machines.afterSaleStates, state, event)).not.toBeNull();
    }
});

test.each([
  ['requested', 'return', 'acceptReturn', 'acceptReturn'],
  ['requested', 'refundOnly', 'acceptRefund', 'acceptRefund'],
  ['requested', 'exchange', 'acceptReturn', 'acceptReturn'],
  ['requested', 'resend', 'acceptReplace', 'acceptReplace'],
  ['returning', 'return', 'acceptRefund', 'acceptRefund'],
  ['returning', 'exchange', 'acceptReplace', 'acceptReplace'],
  // Agreed and not sent: paid back. Sent and nothing said: it is there, and nobody but its buyer or time says so.
  ['replacing', 'resend', 'acceptRefund', null],
  ['replacementSent', 'resend', 'receive', null],
  ['awaitingReturn', 'exchange', 'lapse', null],
] as const)(
  '%s, %s: silence is %s, consent %s, and money may always go back instead',
  (state, kind, silence, consent) => {
    expect([effectOfSilence(state, kind), effectOfConsent(state, kind, false)]).toEqual([silence, consent]);
    expect(effectOfConsent(state, kind, true)).toBe('acceptRefund');
  },
);

test('every state of a case can be reached', () => {
  expect(states.reachable(machines.afterSaleStates)).toEqual(new Set(machines.AFTER_SALE_STATES));
});
