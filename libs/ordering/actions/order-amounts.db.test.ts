import { openShop, type Shop } from '@xihuo/testing';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** A part of an order written by hand: one line of 2 x 500 fen with what is taken off it. */
async function written(discountFen: number, fundedFen: number, told: readonly [string, string | null, number][]) {
  const order = await shop.placedOrder({ offer: await shop.offer({ priceFen: 500n }), quantity: 2 });
  const part = order.supplierOrders[0]!;
  const funders = told.map(
    ([kind, id, fen]) =>
      `, told_${kind} as (insert into ordering.line_discount (line_id, promotion_id, kind, funder_kind, funder_id, discount_fen)
         select id, uuidv7(), 'coupon', '${kind}', ${id ? `'${id}'` : 'null'}, ${fen} from line)`,
  );
  return shop.rows(
    `with line as (
       insert into ordering.order_line (order_id, supplier_order_id, sku_id, quantity, unit_price_fen, discount_fen, funded_fen,
                                        amount_fen, product_id, product_slug, product_name, pack, perishable)
       values ($1, $2, uuidv7(), 2, 500, $3, $4, 1000 - $3::bigint, uuidv7(), 'x', 'x', 'x', false) returning id)${funders.join('')}
     select from line`,
    [order.id, part.id, discountFen, fundedFen],
  );
}

const SUPPLIER = '00000000-0000-7000-8000-000000000001';

test('what was placed without freight and discounts costs what its goods cost', async () => {
  const order = await shop.placedOrder({ offer: await shop.offer({ priceFen: 500n }), quantity: 2 });
  const [line] = await shop.rows(
    `select goods_fen::integer, discount_fen::integer, funded_fen::integer, freight_fen::integer, amount_fen::integer
       from ordering.order_line_v where order_id = $1`,
    [order.id],
  );
  expect(line).toEqual({ goods_fen: 1_000, discount_fen: 0, funded_fen: 0, freight_fen: 0, amount_fen: 1_000 });
});

test('the discount of a line is what its funders give, to the fen', async () => {
  await written(300, 100, [
    ['supplier', SUPPLIER, 200],
    ['platform', null, 100],
  ]);
  await expect(written(300, 100, [['supplier', SUPPLIER, 300]])).rejects.toThrow('are not its discount');
  await expect(written(300, 0, [['supplier', SUPPLIER, 299]])).rejects.toThrow('are not its discount');
  await expect(written(300, 0, [])).rejects.toThrow('are not its discount');
  await expect(written(0, 0, [['supplier', SUPPLIER, 1]])).rejects.toThrow('are not its discount');
});

test('no line is given away, and nobody funds more than is taken off', async () => {
  await expect(written(1_000, 0, [['supplier', SUPPLIER, 1_000]])).rejects.toThrow('line_keeps_a_fen');
  await expect(written(100, 101, [['supplier', SUPPLIER, 100]])).rejects.toThrow('funded_within_discount');
});
