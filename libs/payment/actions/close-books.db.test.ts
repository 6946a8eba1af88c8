import { randomUUID } from 'node:crypto';
import { ledgerParts } from '@xihuo/ledger';
import { holding, openHouse, openShop, type House, type Shop } from '@xihuo/testing';
import { paymentParts } from '../index';
import { oneAtATime } from '../store/bill.sql';

let shop: Shop;
let house: House;
let finance: Awaited<ReturnType<House['signedIn']>>;

beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: [ledgerParts, paymentParts] });
  finance = await house.signedIn({ role: 'finance' });
});
afterAll(() => holding.closeSound(house));

const close = (through: string) =>
  finance.ask('POST', '/ledger/closings', { through }, { 'idempotency-key': randomUUID() });

async function apart(day: string, hereFen: number, thereFen: number): Promise<string> {
  const [row] = await shop.rows<{ id: string }>(
    `insert into payment.difference (provider, subject, kind, here_fen, there_fen, business_date, opened_at)
     values ('sandbox', 'line:' || $1, 'wrongAmount', $2, $3, $4, platform.business_now()) returning id`,
    [randomUUID(), hereFen, thereFen, day],
  );
  return row!.id;
}
const healed = (id: string) =>
  shop.rows(
    `update payment.difference set state = 'closed', closed_at = platform.business_now(), closed_how = 'healed' where id = $1`,
    [id],
  );

test('books are not closed over what does not agree (F24): by a fen, of either sign, until it is settled', async () => {
  const more = await apart('2026-03-04', 999, 1_000);
  const less = await apart('2026-03-05', 1_000, 999);
  const refused = await close('2026-03-05');
  expect([refused.status, refused.body]).toEqual([
    409,
    expect.objectContaining({ code: 'LEDGER_DIFFERENCES_OPEN', openFen: '2', mostFen: '0', differences: 2 }),
  ]);
  expect(await shop.count('select count(*) from ledger.closed_period')).toBe(0);
  expect((await close('2026-03-03')).status).toBe(201);
  await healed(more);
  expect((await close('2026-03-04')).status).toBe(201);
  expect((await close('2026-03-05')).code).toBe('LEDGER_DIFFERENCES_OPEN');
  await healed(less);
  expect((await close('2026-03-05')).status).toBe(201);
});

test('the same closing sent again is answered as the first time, and says that it is that answer', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const [first, again] = [
    await finance.ask('POST', '/ledger/closings', { through: '2026-03-06' }, key),
    await finance.ask('POST', '/ledger/closings', { through: '2026-03-06' }, key),
  ];
  expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
  expect([first, again].map((answer) => answer.header('idempotent-replayed'))).toEqual([undefined, 'true']);
});

test('how much may be open is a setting with a day', async () => {
  const one = await apart('2026-03-10', 0, 500);
  await shop.rows(`insert into registry.policy (key, value, effective_from, source)
                   values ('ledger.openDifferenceMostFen', '500', '2026-01-01', 'test')`);
  expect((await close('2026-03-10')).status).toBe(201);
  const other = await apart('2026-03-11', 1, 0);
  expect((await close('2026-03-11')).body).toMatchObject({ openFen: '501', mostFen: '500' });
  await Promise.all([healed(one), healed(other)]);
});

test('who closes waits for whoever compares, and sees what that found', async () => {
  let found = '';
  const compared = shop.does(async (tx) => {
    await tx.sql(oneAtATime, ['stripe']);
    const closing = close('2026-03-20');
    await shop.untilWaiting(1);
    found = await apart('2026-03-20', 0, 9_000);
    return { closing };
  });
  const { closing } = await compared;
  expect((await closing).code).toBe('LEDGER_DIFFERENCES_OPEN');
  await healed(found);
});
