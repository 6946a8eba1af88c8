import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { holding, openHouse, type House } from '@xihuo/testing';
import { settlementParts } from '../settlement-parts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ parts: [settlementParts] });
});
afterAll(() => holding.closeSound(house));

const id = randomUUID();
const STEPS: [string, string, object | undefined][] = [
  ['POST', `/settlement/payout-runs/${id}/approve`, { hash: '0'.repeat(64) }],
  ['POST', `/settlement/payout-batches/${id}/instruct`, {}],
  ['POST', `/settlement/payout-batches/${id}/discard`, { reason: '金额待核' }],
  ['GET', `/settlement/payout-batches/${id}/file?reason=upload`, undefined],
  ['POST', `/settlement/adjustments/${id}/decide`, { decision: 'approve', reason: '核对无误' }],
  ['POST', `/settlement/payee-accounts/${id}/decide`, { decision: 'confirm', reason: '核对无误' }],
  [
    'POST',
    '/settlement/payee-accounts',
    {
      payeeId: id,
      holder: '示例户',
      number: '4242424242424242',
      bankName: '示例银行',
      cnapsCode: null,
      reason: '登记',
    },
  ],
];

test('whoever stops payouts does so at once; letting them go on asks for a second factor of five minutes, and for somebody else', async () => {
  const [puller, other] = [await house.signedIn({ role: 'finance' }), await house.signedIn({ role: 'finance' })];
  const stop = async (by: typeof puller, stopped: boolean) =>
    (await by.ask('POST', '/settlement/payout-stop', { stopped, reason: '疑似欺诈' })).code;
  expect(await stop(puller, true)).toBeUndefined();
  expect(await stop(puller, false)).toBe('FOUR_EYES');
  await house.rows(`update identity.session set second_factor_at = second_factor_at - interval '6 minutes'`);
  expect(await stop(puller, true)).toBeUndefined();
  expect(await stop(other, false)).toBe('STEP_UP_REQUIRED');
  await house.rows(`update identity.session set second_factor_at = second_factor_at + interval '6 minutes'`);
  expect(await stop(other, false)).toBeUndefined();
});

test.each(STEPS)('%s %s asks for a second factor of five minutes', async (method, path, body) => {
  const finance = await house.signedIn({ role: 'finance' });
  const ask = async () => {
    const headers = { 'idempotency-key': randomUUID() };
    return (await finance.ask(method as 'POST', path, body, method === 'GET' ? {} : headers)).code;
  };
  // Fresh, it is looked up, and there is no such thing.
  expect(await ask()).toBe('NOT_FOUND');
  await house.rows(`update identity.session set second_factor_at = second_factor_at - interval '6 minutes'`);
  expect(await ask()).toBe('STEP_UP_REQUIRED');
});
