import { cellOf, type PackRow } from './cells';
import { jobsOf, sendGrid, type CellOutcome } from './send-grid';

const row = (skuId: string, productId: string): PackRow => ({
  ...{ skuId, productId, product: '', pack: '', priceFen: '1000' },
  ...{ onHand: 5, reserved: 0, counted: true, stockVersion: 3 },
});
const rows = [row('a', 'p'), row('b', 'p'), row('c', 'q')];

test('prices of a product are one request, counts one each', () => {
  const edits = new Map(['a price', 'b price', 'b stock', 'c price'].map((cell) => [cell, '12']));
  expect(jobsOf(rows, edits).map((job) => (job.kind === 'stock' ? job.row.skuId : job.productId))).toEqual([
    'p',
    'q',
    'b',
  ]);
});

test('a price somebody else changed meanwhile is not written over; its neighbour is saved', async () => {
  const sent: unknown[] = [];
  const api = (route: string, input: { params: object; body?: unknown }) => {
    if (route.startsWith('GET'))
      return Promise.resolve({
        version: 9,
        packs: [
          { skuId: 'a', price: { amount: '1100' } },
          { skuId: 'b', price: { amount: '1000' } },
        ],
      });
    sent.push(input);
    if (route.includes('/stock/')) return Promise.reject(Object.assign(new Error(), { code: 'STALE_VERSION' }));
    return Promise.resolve({ version: 10, prices: [{ skuId: 'b', outcome: 'waits' }] });
  };
  const told = new Map<string, CellOutcome>();
  const edits = new Map([
    [cellOf('a', 'price'), '12'],
    [cellOf('b', 'price'), '13.5'],
    [cellOf('c', 'stock'), '4'],
  ]);
  await sendGrid({ api: api as never, supplierId: 's' }, rows, edits, (cell, outcome) => told.set(cell, outcome));
  expect(sent).toContainEqual({
    params: { supplierId: 's', productId: 'p' },
    version: 9,
    body: { prices: [{ skuId: 'b', price: { amount: '1350', currency: 'CNY' } }] },
  });
  expect(told.get('a price')).toEqual({ state: 'overtaken' });
  expect(told.get('b price')).toEqual({ state: 'waits' });
  expect(told.get('c stock')).toEqual({ state: 'overtaken' });
});
