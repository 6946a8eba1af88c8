import { openField, type Field } from '@xihuo/testing';
import { limitRate } from './limit-rate';

let field: Field;
beforeAll(async () => {
  field = await openField({ pool: 4 });
});
afterAll(() => field?.close());

const rate = { name: 'test', of: '203.0.113.7', most: 3, seconds: 60 };

it('lets so many through and says when the next may come, also where all come at once', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => limitRate(field.database, rate)));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  const refused = answers.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(refused.reason).toMatchObject({ code: 'RATE_LIMITED', extra: { retryAfterSeconds: expect.any(Number) } });
});

it('counts another address and another thing apart', async () => {
  await limitRate(field.database, { ...rate, of: '203.0.113.8' });
  await limitRate(field.database, { ...rate, name: 'other' });
});

it('begins anew when the window is over', async () => {
  await field.rows(`update platform.rate_window set resets_at = clock_timestamp() - interval '1 second'`);
  await limitRate(field.database, rate);
});
