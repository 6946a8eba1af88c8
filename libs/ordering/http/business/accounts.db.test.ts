import { randomUUID } from 'node:crypto';
import { holding, openShop, type Shop } from '@xihuo/testing';

/** How finance lets organisations buy: within the law, with a reason, and every change kept. */

type Desk = Awaited<ReturnType<Shop['buyers']>>;
type Finance = Awaited<ReturnType<Desk['house']['signedIn']>>;
let shop: Shop;
let desk: Desk;
let finance: Finance;

beforeAll(async () => {
  shop = await openShop();
  desk = await shop.buyers();
  finance = await desk.house.signedIn({ role: 'finance' });
});
afterAll(() => holding.closeSound(shop, desk));

const wanted = {
  ...{ payerKind: 'otherFirm', payment: 'onTerms', termDays: 45, contractReference: null, reason: '年度核定额度' },
  creditLimit: { amount: '5000000', currency: 'CNY' },
};
const versionOf = async (id: string) => (await finance.ask('GET', `/business-accounts/${id}`)).body['version'] ?? 1;
/** As whoever has just read it. */
const set = async (id: string, more: object = {}, by: Pick<Finance, 'ask'> = finance, version?: unknown) =>
  by.ask(
    'PUT',
    `/business-accounts/${id}`,
    { ...wanted, ...more },
    {
      'if-match': `"${String(version ?? (await versionOf(id)))}"`,
    },
  );

/** The code of a state body (11). */
const publicBody = async () => {
  const { id } = await shop.buying.organisation({ payerKind: 'publicBuyer', termDays: 30 });
  await shop.rows(`update registry.organisation set uscc = '11610000016000080P' where id = $1`, [id]);
  return id;
};

test('terms are given with a reason, hold for what is ordered next, and every change stays, whoever made it', async () => {
  const { at, buyer, made, again } = await desk.shipped();
  const answer = await set(at.id, { termDays: 60 });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      terms: { termDays: 60 },
      history: [
        { termDays: 60, reason: '年度核定额度' },
        { termDays: 30, by: null },
      ],
    },
  });
  expect((answer.body['history'] as { by: string | null }[])[0]!.by).not.toBeNull();
  const termsOf = async (id: string) => (await buyer.ask('GET', `/purchase-orders/${id}`)).body['terms'];
  expect(await termsOf(made.id)).toMatchObject({ termDays: 30 });
  expect(await termsOf((await again()).id)).toMatchObject({ termDays: 60 });

  // Two who have read the same: one holds, the other reads it anew.
  const read = await versionOf(at.id);
  const both = await Promise.all([20, 25].map((termDays) => set(at.id, { termDays }, finance, read)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect(both.map(({ code }) => code)).toContain('STALE_VERSION');
  const seen = (await finance.ask('GET', `/business-accounts/${at.id}`)).body;
  expect(seen['history']).toHaveLength(3);
  const stopped = await set(at.id, {
    payment: 'payFirst',
    termDays: null,
    creditLimit: { amount: '0', currency: 'CNY' },
  });
  expect(stopped.body).toMatchObject({ terms: { payment: 'payFirst', termDays: null }, creditLimit: desk.yuan(0) });
});

test('what the law does not allow, and what says nothing, is refused by name and leaves no trace', async () => {
  const firm = (await shop.buying.organisation()).id;
  const body = await publicBody();
  const before = await shop.rows('select id from ordering.business_terms order by id');
  const refused = async (answer: ReturnType<typeof set>) => {
    const { status, code, body: said } = await answer;
    return [status, code, ...((said['errors'] as { code: string }[] | undefined) ?? []).map((one) => one.code)];
  };
  const asPublic = { payerKind: 'publicBuyer' };
  expect(await refused(set(body, { ...asPublic, termDays: 61 }))).toEqual([422, 'TERM_TOO_LONG', 'TERM_TOO_LONG']);
  expect(await refused(set(body, { ...asPublic, termDays: 31 }))).toEqual([422, 'INVALID_INPUT', 'CONTRACT_MISSING']);
  expect(await refused(set(body, { termDays: 20 }))).toEqual([422, 'INVALID_INPUT', 'PUBLIC_BODY']);
  expect(await refused(set(firm, { termDays: 91 }))).toEqual([422, 'TERM_TOO_LONG', 'TERM_TOO_LONG']);
  expect(await refused(set(firm, { termDays: null }))).toEqual([422, 'INVALID_INPUT', 'DAYS_MISSING']);
  expect((await set(firm, { reason: '好' })).status).toBe(422);
  expect((await set(firm, { creditLimit: { amount: '-1', currency: 'CNY' } })).status).toBe(422);
  expect((await set(randomUUID())).status).toBe(404);
  const buyer = await desk.member(firm, { duties: ['manage', 'pay'] });
  expect([403, 404]).toContain((await set(firm, {}, buyer)).status);
  expect([403, 404]).toContain((await buyer.ask('GET', '/business-accounts')).status);
  expect(await shop.rows('select id from ordering.business_terms order by id')).toEqual(before);
});

test('first terms are given once by two who come together, and none without a fresh second factor', async () => {
  const { id } = await shop.buying.organisation();
  const fresh = randomUUID();
  await shop.rows(
    `insert into registry.organisation (id, reference, name_zh, name_en, kind, county_code)
     select $1::uuid, 'F' || $1::text, '新食堂', 'Canteen', 'canteen', county_code from registry.organisation where id = $2`,
    [fresh, id],
  );
  expect((await finance.ask('PUT', `/business-accounts/${fresh}`, wanted)).code).toBe('VERSION_MISSING');
  const both = await Promise.all([20, 25].map((termDays) => set(fresh, { termDays }, finance, 1)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect(await versionOf(fresh)).toBe(2);
  const late = await desk.house.signedIn({ role: 'finance' });
  await shop.rows(
    `update identity.session set second_factor_at = platform.business_now() - interval '6 minutes'
      where token_hash = sha256(convert_to($1, 'UTF8'))`,
    [late.token],
  );
  expect(await set(fresh, {}, late)).toMatchObject({ status: 403, code: 'STEP_UP_REQUIRED' });
  expect(await versionOf(fresh)).toBe(2);
});

test('nobody gives terms to an organisation they act for', async () => {
  const { id } = await shop.buying.organisation();
  const signedIn = await desk.house.signedIn({ role: 'finance' });
  await shop.rows(
    `insert into identity.role_grant (person_id, role, organisation_id, granted_at, granted_by)
     select person_id, 'businessBuyer', $2, now(), 'test' from identity.session where token_hash = sha256(convert_to($1, 'UTF8'))`,
    [signedIn.token, id],
  );
  expect(await set(id, {}, signedIn)).toMatchObject({ status: 403, code: 'OWN_ORGANISATION' });
  expect(await set(id)).toMatchObject({ status: 200 });
});

test('finance finds organisations by name, also those without terms, and sees what they owe', async () => {
  const { at, buyer, made } = await desk.shipped();
  await desk.accept(buyer, made);
  const fresh = randomUUID();
  await shop.rows(
    `insert into registry.organisation (id, reference, name_zh, name_en, kind, county_code)
     select $1::uuid, 'N' || $1::text, '未设条款食堂', 'New canteen', 'canteen', county_code from registry.organisation where id = $2`,
    [fresh, at.id],
  );
  const found = await finance.ask('GET', `/business-accounts?name=${encodeURIComponent('未设条款')}`);
  expect(found.body['data']).toMatchObject([{ id: fresh, terms: null, owed: desk.yuan(0) }]);
  expect((await finance.ask('GET', `/business-accounts/${at.id}`)).body).toMatchObject({
    ...{ owed: desk.yuan(9_000), late: desk.yuan(0), terms: { termDays: 30 } },
  });
  expect((await finance.ask('GET', '/business-accounts?cursor=nonsense')).status).toBe(422);
});
