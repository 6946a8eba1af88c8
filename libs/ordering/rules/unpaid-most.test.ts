import { tooMany, type Asker } from './unpaid-most';

const asker = (more: Partial<Asker>): Asker => ({ address: null, account: null, phone: null, ...more });
const none = () => 0;

test('of orders that come together as many are taken as one key may have, counted by each key alone', () => {
  const most = { address: 3, account: 2, phone: null };
  const one = asker({ address: 'a', account: 'x', phone: 'p' });
  const other = asker({ address: 'a', account: 'y', phone: 'p' });
  expect(tooMany([one, one, one, other, other], none, most)).toEqual([false, false, true, false, true]);
});

test('what is held already counts, what nobody knows and what has no limit does not', () => {
  const before = (_: string, key: string) => (key === 'p' ? 9 : 0);
  const phone = asker({ phone: 'p' });
  expect(tooMany([phone, phone], before, { address: null, account: null, phone: 10 })).toEqual([false, true]);
  expect(tooMany([phone, phone], before, { address: 0, account: 0, phone: null })).toEqual([false, false]);
});
