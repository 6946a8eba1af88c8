import { simulate } from './simulate';

jest.setTimeout(1_800_000);

const DAYS = 60;

/** What a season of this length has to see; who leaves is on public notice for longer, and no store-room is empty so soon. */
const HAPPENS = [
  ...['order', 'given up', 'delivery', 'own output', 'work', 'mixing', 'parcel', 'receipt', 'admission'],
  ...['cancelled', 'refundOnly', 'return', 'paid back', 'refused', 'escalated', 'dispute', 'decided'],
  ...['payout', 'bank: pay', 'bank: fail', 'bank: bounce', 'late refund', 'correction', 'closing'],
];

test(`a season of ${DAYS} days: the auditor's own books agree every evening, and an outsider finds the export right`, async () => {
  const { tally } = await simulate({ seed: 20_260_105, days: DAYS });
  expect(HAPPENS.filter((what) => !tally.get(what))).toEqual([]);
});
