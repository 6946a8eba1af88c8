import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { openHouse, type House } from '@xihuo/testing';
import { admissionParts } from '../index';

let house: House;
beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts] });
});
afterAll(() => house?.close());

const id = randomUUID();
const reason = '示例原因，写给供应商看';
const GRAVE = [
  ['reviewer', `/admission/cases/${id}/measures`, { kind: 'suspension', reason }],
  ['reviewer', `/admission/cases/${id}/measures`, { kind: 'productDelisting', productId: id, reason }],
  ['reviewer', `/admission/cases/${id}/decision`, { decision: 'imposed', reason }],
  ['reviewer', `/admission/certificates/${id}/revocation`, { reason }],
  ['reviewer', `/admission/listings/${id}/${id}/end`, { reason }],
  ['reviewer', `/admission/recognitions/${id}/revoke`, { reason }],
  ['operator', `/admission/exits/${id}/steps`, { step: 'access', state: 'done', why: reason }],
] as const;
const LIGHT = [
  ['reviewer', `/admission/cases/${id}/measures`, { kind: 'warning', reason }],
  ['reviewer', `/admission/cases/${id}/decision`, { decision: 'dropped', reason }],
] as const;

async function asked([role, path, body]: (typeof GRAVE | typeof LIGHT)[number]) {
  const who = await house.signedIn({ role });
  const ask = async () => (await who.ask('POST', path, body, { 'if-match': '"1"' })).code;
  const fresh = await ask();
  await house.rows(`update identity.session set second_factor_at = second_factor_at - interval '6 minutes'`);
  return [fresh, await ask()];
}

test.each(GRAVE)('%s %s %j asks for a second factor of five minutes', async (...grave) => {
  // Fresh, it is looked up, and there is no such thing.
  expect(await asked(grave as (typeof GRAVE)[number])).toEqual(['NOT_FOUND', 'STEP_UP_REQUIRED']);
});

test.each(LIGHT)('%s %s %j does not', async (...light) => {
  expect(await asked(light as (typeof LIGHT)[number])).toEqual(['NOT_FOUND', 'NOT_FOUND']);
});
