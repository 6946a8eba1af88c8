import { randomUUID } from 'node:crypto';
import { openHouse, type House } from '@xihuo/testing';

let house: House;
beforeAll(async () => {
  house = await openHouse({ parts: [] });
});
afterAll(() => house.close());

const lay = (consumer: string, error: string) =>
  house.rows(
    `insert into platform.dead_letter (consumer, event_id, event_name, error, attempts) values ($1, $2, 'orderPaid', $3, 5)`,
    [consumer, randomUUID(), error],
  );

test('what was laid aside is told by fault, and an operator alone sends a fault again, once', async () => {
  await lay('settlement.onOrderPaid', 'TypeError');
  await lay('settlement.onOrderPaid', 'TypeError');
  await lay('settlement.onOrderPaid', 'DatabaseError 23505');
  const [operator, auditor, finance] = await Promise.all(
    (['operator', 'auditor', 'finance'] as const).map((role) => house.signedIn({ role })),
  );
  const told = async () => ((await auditor!.ask('GET', '/dead-letters')).body as { data: object[] }).data;
  expect(await told()).toMatchObject([
    { consumer: 'settlement.onOrderPaid', error: 'DatabaseError 23505', events: 1 },
    { consumer: 'settlement.onOrderPaid', error: 'TypeError', events: 2, attempts: 5 },
  ]);
  const fault = { consumer: 'settlement.onOrderPaid', event: 'orderPaid', error: 'TypeError' };
  for (const other of [auditor!, finance!])
    expect(await other.ask('POST', '/dead-letters/replays', fault)).toMatchObject({ status: 403 });
  const again = () => operator!.ask('POST', '/dead-letters/replays', fault);
  expect((await again()).body).toEqual({ events: 2 });
  expect((await again()).body).toEqual({ events: 0 });
  expect(await told()).toMatchObject([{ error: 'DatabaseError 23505' }]);
});
