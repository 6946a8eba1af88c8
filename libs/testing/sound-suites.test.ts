import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Suites of orders and their money that look at the books at their end, or say here why they cannot. */

const root = join(__dirname, '../..');
const CONTEXTS = ['ordering', 'payment', 'dispute', 'settlement'];
const WITHOUT: Readonly<Record<string, string>> = {
  'libs/ordering/actions/order-amounts.db.test.ts': 'writes sums that do not agree',
  'libs/ordering/actions/ownership.db.test.ts': 'looks at rows of two databases',
  'libs/ordering/actions/tell-buyers-of-recall.db.test.ts': 'writes a thousand orders as bare rows',
  'libs/ordering/http/business/told.db.test.ts': 'writes debts as bare rows',
  'libs/ordering/http/stock.db.test.ts': 'reserves and takes away by bare rows',
  'libs/payment/actions/report-merchants.db.test.ts': 'moves no money',
  'libs/settlement/jobs/check-books.db.test.ts': 'breaks its books to see that it is told',
};

test('after every suite of orders, payments, disputes and settlement the invariants are asked', () => {
  const suites = CONTEXTS.flatMap((name) =>
    readdirSync(join(root, 'libs', name), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.db.test.ts'))
      .map((path) => join('libs', name, path)),
  );
  const silent = suites.filter(
    (path) =>
      !/closeSound\(|after(Each|All)\([^]{0,160}brokenInvariants\(/.test(readFileSync(join(root, path), 'utf8')),
  );
  expect(suites.length).toBeGreaterThan(30);
  expect(silent.sort()).toEqual(Object.keys(WITHOUT).sort());
});
