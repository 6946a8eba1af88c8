import { householdsOf, outcomeOf, standing, type OutcomePartRow, type OutcomeShareRow } from './order-outcome';

const part = { today: '2026-03-10', released_on: null, window_ends_on: null };
const sums = { openFen: 100n, heldFen: 0n, isSettled: false };

test.each([
  ['called off', { ...part, state: 'cancelled' }, sums, 'none', null],
  ['not paid', { ...part, state: 'awaitingPayment' }, sums, 'awaitingPayment', null],
  ['not sent', { ...part, state: 'toShip' }, sums, 'onTheWay', null],
  ['on its way', { ...part, state: 'shipped' }, sums, 'onTheWay', null],
  ['received', { ...part, state: 'received', window_ends_on: '2026-03-12' }, sums, 'afterSale', '2026-03-13'],
  [
    'claimed past its window',
    { ...part, state: 'received', window_ends_on: '2026-03-01' },
    sums,
    'afterSale',
    '2026-03-11',
  ],
  ['final', { ...part, state: 'released', released_on: '2026-03-09' }, sums, 'settling', '2026-03-10'],
  ['all of it gone back', { ...part, state: 'released' }, { ...sums, openFen: 0n }, 'none', null],
  ['settled', { ...part, state: 'released' }, { ...sums, openFen: 0n, isSettled: true }, 'settled', null],
  ['held', { ...part, state: 'released' }, { openFen: 0n, heldFen: 5n, isSettled: true }, 'partly', null],
  ['all of it held', { ...part, state: 'released' }, { openFen: 0n, heldFen: 5n, isSettled: false }, 'partly', null],
  [
    'let go again',
    { ...part, state: 'released', released_on: '2026-03-01' },
    { openFen: 5n, heldFen: 0n, isSettled: true },
    'partly',
    '2026-03-10',
  ],
] as const)('%s', (_name, one, of, state, expectedOn) => {
  expect(standing(one, of)).toEqual({ state, expectedOn });
});

const share = (
  kind: OutcomeShareRow['kind'],
  fen: bigint,
  households: number,
  collectiveFen = 0n,
): OutcomeShareRow => ({
  ...{ supplier_order_id: 'one', kind, fen, households, collective_fen: collectiveFen, rules: ['fund@1'] },
});
const yuan = (amount: string) => ({ amount, currency: 'CNY' });

test('from ten households on they are counted, and each kind has its sum', () => {
  expect(householdsOf([share('wage', 300n, 10), share('floorPrice', 700n, 12), share(null, 1_000n, 14)])).toEqual({
    amount: yuan('1000'),
    count: 14,
    kinds: [
      { kind: 'wage', amount: yuan('300') },
      { kind: 'floorPrice', amount: yuan('700') },
    ],
  });
});

test('nine households behind a kind: no kind tells its sum, or theirs would be the rest', () => {
  expect(householdsOf([share('wage', 300n, 9), share('floorPrice', 700n, 12), share(null, 1_000n, 14)]).kinds).toEqual([
    { kind: 'wage', amount: null },
    { kind: 'floorPrice', amount: null },
  ]);
});

test('fewer than ten are not counted; of one kind the sum is the whole', () => {
  expect(householdsOf([share('floorPrice', 700n, 1), share(null, 700n, 1)])).toEqual({
    amount: yuan('700'),
    count: null,
    kinds: [{ kind: 'floorPrice', amount: yuan('700') }],
  });
});

test('what a collective had is not the households’', () => {
  expect(householdsOf([share('collectiveShare', 200n, 0, 200n), share(null, 200n, 0, 200n)])).toEqual({
    amount: yuan('0'),
    count: null,
    kinds: [],
  });
});

const row: OutcomePartRow = {
  ...{ ...part, id: 'one', state: 'toShip', is_going: true, amount_fen: 900n, refunded_fen: 0n, held_fen: 0n },
  ...{ settled_fen: 0n, settled_goods_fen: 0n, subsidy_fen: 0n, fee_fen: 0n, dues_fen: 0n, payable_fen: 0n },
  ...{ settled_until: null, late_fen: 0n, rebates_back_fen: 0n, rules: [] },
};

test.each([
  ['not paid', { state: 'awaitingPayment', is_going: false }, 'awaitingPayment', '0', '0', '0'],
  ['called off before it was paid', { state: 'cancelled', is_going: false }, 'none', '0', '0', '0'],
  ['called off after it was paid', { state: 'cancelled' }, 'none', '900', '900', '0'],
  [
    'called off after a part of it went back',
    { state: 'cancelled', refunded_fen: 300n },
    ...(['none', '900', '900', '0'] as const),
  ],
  ['paid, a part of it went back', { refunded_fen: 300n }, 'onTheWay', '900', '300', '600'],
] as const)('%s: what was paid is what went back and what is open', (_name, over, state, paid, refunded, open) => {
  expect(outcomeOf({ ...row, ...over }, [])).toMatchObject({
    ...{ state, paid: yuan(paid), refunded: yuan(refunded), open: yuan(open) },
  });
});
