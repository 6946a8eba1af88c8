import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House } from '@xihuo/testing';
import { indexAll } from '../actions/search/index-products';
import { catalogueParts } from '../catalogue-parts';

let house: House;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  const desk = await openProductDesk(house);
  const apples = await desk.seller();
  await desk.approved(apples);
  await house.rows(`update catalogue.product set name_zh = '洛川苹果', name_en = 'Luochuan Apple' where id = $1`, [
    apples.productId,
  ]);
  await house.does(indexAll);
});
afterAll(() => house?.close());

const found = async (q: string) => {
  const { body } = await house.browser('shop').ask('GET', `/products?q=${encodeURIComponent(q)}`);
  return (body['data'] as { name: { zh: string } }[]).map(({ name }) => name.zh);
};

test('operators keep synonyms, and the next search knows them', async () => {
  const operator = await house.signedIn({ role: 'operator' });
  expect(await found('智慧果')).toEqual([]);
  const added = await operator.ask('POST', '/search/synonyms', { words: ['苹果', ' 智慧果 ', '智慧果'] });
  expect([added.status, added.body['words'], added.body['version']]).toEqual([201, ['苹果', '智慧果'], 1]);
  expect([await found('智慧果'), await found('zhihuiguo')]).toEqual([['洛川苹果'], ['洛川苹果']]);

  expect((await operator.ask('POST', '/search/synonyms', { words: ['智慧果', '蛇果'] })).code).toBe('SYNONYM_TAKEN');
  expect((await operator.ask('POST', '/search/synonyms', { words: ['梨', '梨 '] })).code).toBe('INVALID_INPUT');
  const at = `/search/synonyms/${added.body['id'] as string}`;
  const words = ['苹果', '柰子'];
  expect((await operator.ask('PUT', at, { words }, { 'if-match': '"7"' })).code).toBe('STALE_VERSION');
  expect((await operator.ask('PUT', at, { words }, { 'if-match': '"1"' })).body['version']).toBe(2);
  expect([await found('智慧果'), await found('柰子')]).toEqual([[], ['洛川苹果']]);
  expect((await operator.ask('GET', `/search/synonyms?q=nz`)).body['data']).toMatchObject([{ words }]);
  // Somebody else changed it since the first version was read.
  const removed = (version: number) => operator.ask('DELETE', at, undefined, { 'if-match': `"${version}"` });
  expect((await operator.ask('DELETE', at)).code).toBe('VERSION_MISSING');
  expect((await removed(1)).code).toBe('STALE_VERSION');
  expect(await found('柰子')).toEqual(['洛川苹果']);
  expect((await removed(2)).status).toBe(204);
  expect((await removed(2)).code).toBe('NOT_FOUND');
  expect(await found('柰子')).toEqual([]);
  // What was added, changed and removed, and what was refused: a change and two removals.
  expect(await house.count(`select count(*) from platform.audit_content where subject_kind = 'synonymGroup'`)).toBe(6);
});

test('a group keeps its place in the list when it is changed', async () => {
  const operator = await house.signedIn({ role: 'operator' });
  const [first, second] = [
    await operator.ask('POST', '/search/synonyms', { words: ['首词甲', '首词乙'] }),
    await operator.ask('POST', '/search/synonyms', { words: ['次词甲', '次词乙'] }),
  ].map(({ body }) => body['id'] as string);
  const firstTwo = async () =>
    ((await operator.ask('GET', '/search/synonyms?limit=2')).body['data'] as { id: string }[]).map(({ id }) => id);
  expect(await firstTwo()).toEqual([second, first]);
  await operator.ask('PUT', `/search/synonyms/${first}`, { words: ['首词甲', '首词丙'] }, { 'if-match': '"1"' });
  expect(await firstTwo()).toEqual([second, first]);
});

test('a synonym of several words in letters is found as it is typed, and finds names that hold each of its words', async () => {
  const operator = await house.signedIn({ role: 'operator' });
  const add = (words: string[]) => operator.ask('POST', '/search/synonyms', { words });
  const phrase = await add(['苹果', 'Crisp-Orchard  Fruit']);
  expect(phrase.body['words']).toEqual(['苹果', 'crisp orchard fruit']);
  expect((await add(['梨', 'crisporchardfruit'])).code).toBe('SYNONYM_TAKEN');
  for (const typed of ['crisp orchard fruit', 'Crisp Orchard Fruit', 'crisporchardfruit', '洛川 crisp orchard fruit'])
    expect([typed, await found(typed)]).toEqual([typed, ['洛川苹果']]);
  expect(await found('crisp orchard')).toEqual([]);
  const english = await add(['智慧之果', 'Apple Luochuan']);
  expect(await found('智慧之果')).toEqual(['洛川苹果']);
  for (const { body } of [phrase, english])
    await operator.ask('DELETE', `/search/synonyms/${body['id'] as string}`, undefined, { 'if-match': '"1"' });
});
