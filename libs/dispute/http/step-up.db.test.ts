import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { holding, openHouse, type House } from '@xihuo/testing';
import { disputeParts } from '../index';

let house: House;
beforeAll(async () => {
  house = await openHouse({ parts: [disputeParts] });
});
afterAll(() => holding.closeSound(house));

const reason = '示例理由：照片和签收记录相符，责任在供应商。';
const AWARD = { refund: { amount: '100', currency: 'CNY' }, reason };

test.each([
  ['decision', AWARD, 'STEP_UP_REQUIRED'],
  ['appeal-decision', AWARD, 'STEP_UP_REQUIRED'],
  ['conclusion', AWARD, 'STEP_UP_REQUIRED'],
  // Hands money to nobody.
  ['referral', { authority: '12315', reference: '示例-1', reason }, 'NOT_FOUND'],
] as const)('%s with a second factor of six minutes is asked for another, or not', async (step, body, wanted) => {
  const mediator = await house.signedIn({ role: 'mediator' });
  const path = `/mediation/disputes/${randomUUID()}/${step}`;
  const ask = async () => (await mediator.ask('POST', path, body, { 'if-match': '"1"' })).code;
  expect(await ask()).toBe('NOT_FOUND');
  await house.rows(`update identity.session set second_factor_at = second_factor_at - interval '6 minutes'`);
  expect(await ask()).toBe(wanted);
});
