import { openHouse, type House } from '@xihuo/testing';
import { admissionParts } from '../admission-parts';

let house: House;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts] });
});
afterAll(() => house.close());

test('everybody may read the register; a cursor that is none of ours is refused', async () => {
  const visitor = house.browser('shop');
  expect(await visitor.ask('GET', '/register/suppliers')).toMatchObject({
    status: 200,
    body: { data: [], nextCursor: null },
  });
  expect(await visitor.ask('GET', '/register/suppliers?cursor=x')).toMatchObject({
    status: 422,
    code: 'INVALID_INPUT',
  });
  expect(await visitor.ask('GET', `/suppliers/${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}`)).toMatchObject({
    status: 404,
    code: 'NOT_FOUND',
  });
});

test('applications are for those who review: not for strangers, not for buyers', async () => {
  expect(await house.browser('console').ask('GET', '/admission/applications')).toMatchObject({ status: 401 });

  const county = await house.person({ role: 'countyAgriculture', regionCode: '621123' });
  const officer = house.browser('console');
  await officer.signIn(county.login, county.password);
  expect(await officer.ask('GET', '/admission/applications')).toMatchObject({ status: 200, body: { data: [] } });

  const buyer = await house.person({ role: 'consumer' });
  const shopper = house.browser('shop');
  await shopper.signIn(buyer.login, buyer.password);
  expect(await shopper.ask('GET', '/admission/applications')).toMatchObject({ status: 403, code: 'FORBIDDEN' });
});
