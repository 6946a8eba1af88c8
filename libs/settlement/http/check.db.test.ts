import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { holding, openHouse, type House } from '@xihuo/testing';
import { settlementParts } from '../settlement-parts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ parts: [settlementParts] });
});
afterAll(() => holding.closeSound(house));

test('a reviewer has the books checked and reads what came of it; a mediator does neither', async () => {
  const reviewer = await house.signedIn({ role: 'reviewer' });
  const asked = await reviewer.ask('POST', '/ledger/checks', {}, { 'idempotency-key': randomUUID() });
  expect([asked.status, asked.body['state']]).toEqual([201, 'waiting']);
  const { body } = await reviewer.ask('GET', '/ledger/checks');
  expect(body['data']).toMatchObject([{ id: asked.body['id'] }]);
  const mediator = await house.signedIn({ role: 'mediator' });
  expect((await mediator.ask('GET', '/ledger/checks')).status).toBe(403);
});
