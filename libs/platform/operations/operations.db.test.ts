import { openHouse, type House } from '@xihuo/testing';
import { randomUUID } from 'node:crypto';

let house: House;
beforeAll(async () => {
  house = await openHouse({ parts: [] });
});
afterAll(() => house?.close());

interface Reading {
  kind: string;
  name: string;
  count: number;
  ok: boolean;
  words: string | null;
}
type Person = Awaited<ReturnType<House['signedIn']>>;

const told = async (who: Person, kind: string) =>
  ((await who.ask('GET', '/operations')).body as { data: Reading[] }).data.filter((one) => one.kind === kind);

test('what waits too long, was laid aside or has not run is said, to operators and auditors', async () => {
  const [operator, auditor, finance] = await Promise.all(
    (['operator', 'auditor', 'finance'] as const).map((role) => house.signedIn({ role })),
  );
  expect((await finance!.ask('GET', '/operations')).status).toBe(403);
  await house.rows(
    `insert into platform.dead_letter (consumer, event_id, event_name, error, attempts)
     select 'settlement.onOrderPaid', gen_random_uuid(), 'orderPaid', 'TypeError', 5 from generate_series(1, 3)`,
  );
  await house.rows(
    `insert into platform.outbox_event (id, name, payload, request_id, occurred_at)
     values (uuidv7(), 'orderPaid', '{}', $1, platform.business_now() - interval '1 hour')`,
    [randomUUID()],
  );
  await house.rows(
    `insert into platform.outgoing_message (id, key, channel, recipient_sealed, content_sealed)
     values (uuidv7(), 'one', 'sms', '', '')`,
  );
  await house.rows(
    `insert into platform.job_round (job, ended_at, failing_since, every_ms)
     values ('platform.sealAudit', clock_timestamp(), clock_timestamp(), 1000), ('platform.sweep', clock_timestamp(), null, 3600000),
            ('gone.job', clock_timestamp() - interval '1 year', null, 1000)`,
  );
  expect(await told(operator!, 'deadLetters')).toMatchObject([{ name: 'settlement.onOrderPaid', count: 3, ok: false }]);
  expect(await told(auditor!, 'outbox')).toMatchObject([
    { name: 'underWay', count: 0, ok: true },
    { name: 'waiting', count: 1, ok: false },
  ]);
  expect(await told(operator!, 'message')).toMatchObject([
    { name: 'mail', count: 0, ok: true },
    { name: 'sms', count: 1, ok: true },
  ]);
  expect(await told(operator!, 'process')).toMatchObject([{ name: 'worker', ok: true }]);
  const jobs = new Map((await told(operator!, 'job')).map(({ name, ok }) => [name, ok]));
  expect(jobs.get('platform.sealAudit')).toBe(false);
  expect(jobs.get('platform.sweep')).toBe(true);
  expect(jobs.get('platform.sendMessages')).toBe(false);
  expect(jobs.has('gone.job')).toBe(false);
});

test('a switch is turned by an operator alone, with a reason, once, and that is on record', async () => {
  const [operator, auditor] = await Promise.all(
    (['operator', 'auditor'] as const).map((role) => house.signedIn({ role })),
  );
  const turn = (who: Person, paused: boolean, reason = '示例原因') =>
    who.ask('POST', '/switches', { name: 'orders', paused, reason });
  expect((await turn(auditor!, true)).status).toBe(403);
  expect((await turn(operator!, true, ' ')).status).toBe(422);
  expect((await turn(operator!, true)).status).toBe(204);
  expect((await turn(operator!, true, '另一个原因')).status).toBe(204);
  const orders = async () => (await told(auditor!, 'switch')).find(({ name }) => name === 'orders');
  expect(await orders()).toMatchObject({ ok: false, words: '示例原因' });
  expect((await turn(operator!, false, '示例恢复')).status).toBe(204);
  expect(await orders()).toMatchObject({ ok: true, words: '示例恢复' });
  const entries = await house.rows<{ content: string }>(
    `select content from platform.audit_content where subject_kind = 'switch' and subject_id = 'orders' order by entry_id`,
  );
  expect(entries.map(({ content }) => (JSON.parse(content) as { after: unknown }).after)).toEqual([
    { paused: true, reason: '示例原因' },
    { paused: false, reason: '示例恢复' },
  ]);
});

test('a switch is turned with a fresh second factor alone', async () => {
  const operator = await house.signedIn({ role: 'operator' });
  await house.rows(`update identity.session set second_factor_at = platform.business_now() - interval '6 minutes'`);
  const answer = await operator.ask('POST', '/switches', { name: 'orders', paused: true, reason: '示例原因' });
  expect(answer.code).toBe('STEP_UP_REQUIRED');
  expect((await told(operator, 'switch')).every(({ ok }) => ok)).toBe(true);
});

test('what is missing before real use is said in the language of whoever asks', async () => {
  const operator = await house.signedIn({ role: 'operator' });
  const list = await told(operator, 'goLive');
  expect(list.map(({ name }) => name)).toContain('platform.payments');
  expect(list.find(({ name }) => name === 'platform.production')).toMatchObject({
    ...{ ok: false, count: 1, words: '以 production 方式运行：NODE_ENV 为 test' },
  });
  expect(list.find(({ name }) => name === 'platform.ownData')).toMatchObject({ ok: true });
});
