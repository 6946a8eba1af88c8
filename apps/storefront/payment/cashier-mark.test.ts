import { backFromCashier, hasLeftForCashier, leaveForCashier } from './cashier-mark';

function aTab(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

test('the mark of an order lasts from leaving until it is known how it ended, and is that of no other order', () => {
  const tab = aTab();
  expect(hasLeftForCashier('order-1', tab)).toBe(false);
  leaveForCashier('order-1', tab);
  // Read as often as one likes, as a page opened twice does: it is still there.
  expect([hasLeftForCashier('order-1', tab), hasLeftForCashier('order-1', tab)]).toEqual([true, true]);
  expect(hasLeftForCashier('order-2', tab)).toBe(false);
  backFromCashier('order-1', tab);
  expect(hasLeftForCashier('order-1', tab)).toBe(false);
});
