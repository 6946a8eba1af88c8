import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { NamedKeeping } from '@xihuo/platform';
import { holding, type PlacedOrder } from '@xihuo/testing';
import { accountDesk, KEEPINGS, RECEIVER, type AccountDesk, type Buyer } from './fixtures/account-desk';

/** The end of an account: what is destroyed, what stays, and what stands against it. */

let desk: AccountDesk;
beforeAll(async () => {
  desk = await accountDesk();
});
afterAll(() => holding.closeSound(desk.shop, desk));

const SYSTEM = { name: 'POST /orders', actor: { kind: 'system', name: 'test' }, requestId: 'test' } as const;

const asks = async ({ who, phone }: Buyer) => who.ask('POST', '/me/deletion', { code: await desk.codeTo(who, phone) });
const standsIn = async ({ who }: Buyer) => (await who.ask('GET', '/me')).status;

test('an account with something open stays, and says what', async () => {
  const one = await desk.buyer();
  await desk.bought(one);
  expect(await asks(one)).toMatchObject({
    status: 409,
    code: 'ACCOUNT_IN_USE',
    body: { open: [{ what: 'orders', count: 1 }] },
  });
  const { body } = await one.who.ask('GET', '/me/deletion');
  expect(body).toEqual({ askedAt: null, dueAt: null, open: [{ what: 'orders', count: 1 }] });
});

test('who is more than a buyer is not deleted by themselves', async () => {
  const phone = desk.newPhone();
  await desk.house.person({ role: 'farmer', phone });
  const one = await desk.buyer(phone);
  expect(await asks(one)).toMatchObject({ code: 'ACCOUNT_IN_USE', body: { open: [{ what: 'roles', count: 1 }] } });
  // A role past its day is none.
  await desk.shop.rows(
    `update identity.role_grant set until = platform.business_now() where person_id = $1 and role = 'farmer'`,
    [one.id],
  );
  expect((await asks(one)).status).toBe(200);
});

test('a wish can be taken back, and is done after seven days, not before', async () => {
  const [one, other] = [await desk.buyer(), await desk.buyer()];
  for (const each of [one, other]) expect((await asks(each)).status).toBe(200);
  const again = await asks(one);
  expect(again.body['dueAt']).not.toBeNull();
  expect((await other.who.ask('DELETE', '/me/deletion')).body).toEqual({ askedAt: null, dueAt: null, open: [] });
  await desk.shop.setClock('6 days');
  await desk.round();
  expect(await standsIn(one)).toBe(200);
  await desk.shop.setClock('8 days');
  await desk.round();
  expect([await standsIn(one), await standsIn(other)]).toEqual([401, 200]);
  await desk.shop.setClock('0 days');
});

test('what was bought meanwhile puts it off, and it is done once that is over', async () => {
  const one = await desk.buyer();
  await asks(one);
  const order = await desk.bought(one);
  await desk.shop.setClock('8 days');
  await desk.round();
  expect(await standsIn(one)).toBe(200);
  expect((await one.who.ask('POST', `/orders/${order.id}/cancel`, {})).status).toBe(200);
  await desk.round();
  expect(await standsIn(one)).toBe(200);
  await desk.shop.setClock('10 days');
  await desk.round();
  expect(await standsIn(one)).toBe(401);
  await desk.shop.setClock('0 days');
});

test('an account that cannot be deleted keeps all of itself, holds up nobody, and is tried again a day later', async () => {
  const [one, other] = [await desk.buyer(), await desk.buyer()];
  for (const each of [one, other]) await asks(each);
  await desk.shop.setClock('8 days');
  const broken: NamedKeeping = {
    name: 'broken',
    tell: () => Promise.resolve({}),
    forget: (_tx, _vault, ids) => (ids.includes(one.id) ? Promise.reject(new Error('gone')) : Promise.resolve()),
  };
  // What contexts write while they forget is forgotten by the platform, which comes first.
  const turns: string[] = [];
  const seen = (name: string): NamedKeeping => ({
    name,
    tell: () => Promise.resolve({}),
    forget: (_tx, _vault, ids) => Promise.resolve(void (ids.includes(other.id) && turns.push(name))),
  });
  await desk.round([seen('platform'), broken, ...KEEPINGS, seen('context')]);
  expect(turns.slice(0, 2)).toEqual(['context', 'platform']);
  expect([await standsIn(one), await standsIn(other)]).toEqual([200, 401]);
  expect(await desk.shop.count('select count(*) from identity.phone_link where person_id = $1', [one.id])).toBe(1);
  await desk.round();
  expect(await standsIn(one)).toBe(200);
  await desk.shop.setClock('10 days');
  await desk.round();
  expect(await standsIn(one)).toBe(401);
  await desk.shop.setClock('0 days');
});

test('what was written beside a deletion goes too: at once, or once it is over', async () => {
  const [one, other] = [await desk.buyer(), await desk.buyer()];
  for (const each of [one, other]) await asks(each);
  await desk.shop.setClock('8 days');
  // Two requests that come through when all contexts have forgotten already: a favourite, and an order.
  const orders: PlacedOrder[] = [];
  const beside: NamedKeeping = {
    name: 'beside',
    tell: () => Promise.resolve({}),
    async forget(_tx, _vault, [id]) {
      if (id === one.id)
        await desk.shop.rows(
          `insert into catalogue.favourite (person_id, product_id, kept_at, seen_out)
           select $1, $2, platform.business_now(), true
            where not exists (select from identity.account_deletion where person_id = $1 and done_at is not null)`,
          [id, desk.offer.productId],
        );
      else if (orders.length === 0)
        orders.push(
          await desk.shop.counter.place(
            { ...desk.shop.bodyOf({ offer: desk.offer }), delivery: RECEIVER },
            id!,
            SYSTEM,
          ),
        );
    },
  };
  await desk.round([beside, ...KEEPINGS]);
  await desk.round();
  expect([await standsIn(one), await standsIn(other)]).toEqual([401, 401]);
  expect(await desk.shop.count('select count(*) from catalogue.favourite where person_id = $1', [one.id])).toBe(0);
  const [order] = orders;
  const sentTo = async () =>
    (
      await desk.shop.rows<{ name: string }>(
        `select delivery_masked ->> 'name' as name from ordering.customer_order where id = $1`,
        [order!.id],
      )
    )[0]!.name;
  expect(await sentTo()).not.toBe('');
  await desk.shop.pay(order!);
  await desk.shop.ship(order!, desk.lots);
  await desk.shop.receive(order!);
  await desk.shop.releaseAfter(30);
  await desk.round();
  expect(await sentTo()).toBe('');
  await desk.shop.setClock('0 days');
});

/** Sums and numbers of all that is kept of money and orders. */
const books = async () =>
  (
    await desk.shop.rows<{ kept: string }>(
      `select (select count(*) || ' ' || coalesce(sum(amount_fen), 0) from ordering.customer_order) || ' ' ||
              (select count(*) || ' ' || coalesce(sum(amount_fen), 0) from ordering.order_line) || ' ' ||
              (select count(*) || ' ' || coalesce(sum(amount_fen), 0) from payment.payment_v) || ' ' ||
              (select count(*) from ordering.coupon) as kept`,
    )
  )[0]!.kept;

test('a deleted account leads to nobody, its orders and the books stand, and the phone begins anew', async () => {
  const one = await desk.buyer();
  await one.who.ask('PUT', `/me/addresses/${randomUUID()}`, { delivery: RECEIVER, tag: 'home', isDefault: true });
  const [product] = await desk.shop.rows<{ slug: string }>('select slug from catalogue.product where id = $1', [
    desk.offer.productId,
  ]);
  await one.who.ask('PUT', `/me/favourites/${product!.slug}`);
  const list = { list: 'orders', look: { hidden: [], order: [] }, views: [] };
  expect((await one.who.ask('PUT', '/me/lists', list, { 'if-match': '"1"' })).status).toBe(200);
  await one.who.ask('PUT', '/cart/lines', { changes: [{ skuId: desk.offer.skuId, quantity: 1, selected: true }] });
  await desk.shop.promotions.running({
    ...{ supplierId: desk.offer.supplierId, kind: 'flashPrice' },
    prices: [{ skuId: desk.offer.skuId, fen: 500n, most: 50, each: 2 }],
  });
  await desk.shop.rows(
    `with draft as (
       insert into admission.standard_draft (version, title_zh, title_en, criteria, source, drafted_by, drafted_at)
       values ('2099-1', '示例', 'Example', '[]', 'example', uuidv7(), platform.business_now()) returning version)
     insert into admission.standard_comment (version, person_id, author_name, statement, commented_at)
     select version, $1, '独孤求', '示例意见', platform.business_now() from draft`,
    [one.id],
  );
  const order = await desk.released(one, { remarks: [{ supplierId: desk.offer.supplierId, words: '放门卫' }] });
  const leads = () =>
    desk.shop.count(
      `select (select count(*) from ordering.promotion_take where order_id = $1 and phone_index is not null)
            + (select count(*) from ordering.part_remark remark
                 join ordering.supplier_order part on part.id = remark.supplier_order_id where part.order_id = $1)`,
      [order.id],
    );
  expect(await leads()).toBe(2);
  expect((await asks(one)).status).toBe(200);
  const before = await books();
  await desk.shop.setClock('8 days');

  await desk.round();
  await desk.round();
  expect(await standsIn(one)).toBe(401);
  expect(await leads()).toBe(0);

  expect(await books()).toBe(before);
  const [kept] = await desk.shop.rows<{ person_id: string; shown: object; sealed: Buffer; phone: Buffer | null }>(
    `select person_id, delivery_masked as shown, delivery_sealed as sealed, phone_index as phone
       from ordering.customer_order where id = $1`,
    [order.id],
  );
  const nowhere = { address: '', name: '', phone: '' };
  expect([kept!.person_id, kept!.shown, kept!.phone]).toEqual([one.id, nowhere, null]);
  const cell = { table: 'ordering.customer_order', row: order.id, column: 'delivery_sealed' };
  expect(JSON.parse(desk.house.vault.open(cell, kept!.sealed))).toEqual(nowhere);
  for (const table of [
    ...['identity.phone_link', 'identity.former_phone', 'identity.credential', 'identity.preference'],
    'identity.desk_list',
    ...['ordering.address', 'ordering.cart', 'catalogue.favourite', 'platform.notice'],
  ])
    expect([table, await desk.shop.count(`select count(*) from ${table} where person_id = $1`, [one.id])]).toEqual([
      table,
      0,
    ]);
  const [person] = await desk.shop.rows(
    'select display_name, disabled_at is not null as over from identity.person where id = $1',
    [one.id],
  );
  expect(person).toEqual({ display_name: '已注销', over: true });

  const said = await desk.shop.rows(
    'select author_name, statement from admission.standard_comment where person_id = $1',
    [one.id],
  );
  expect(said).toEqual([{ author_name: '已注销', statement: '示例意见' }]);

  const anew = await desk.buyer(one.phone);
  expect(anew.id).not.toBe(one.id);
  expect((await anew.who.ask('GET', '/me/orders')).body['data']).toEqual([]);
  await desk.shop.setClock('0 days');
});
