import { openHouse, type House } from '@xihuo/testing';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

test('a console that only asks by itself becomes idle like one that is shut, and is answered until then', async () => {
  const browser = await house.signedIn({ role: 'supplier' });
  const byItself = () => browser.ask('GET', '/me', undefined, { unattended: 'true' });
  await house.setClock('29 minutes');
  expect((await byItself()).status).toBe(200);
  await house.setClock('31 minutes');
  expect((await byItself()).status).toBe(401);
});

test('one at which somebody works lives on', async () => {
  await house.setClock('0');
  const browser = await house.signedIn({ role: 'supplier' });
  for (const minutes of [29, 58]) {
    await house.setClock(`${minutes} minutes`);
    expect((await browser.ask('GET', '/me')).status).toBe(200);
  }
});
