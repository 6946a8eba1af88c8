import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import { indexAll, indexChanged } from '../actions/search/index-products';
import { catalogueParts } from '../catalogue-parts';

/** Who may sell is asked of the house as it is in that moment, whether documents were written since or not. */
let house: House;
let desk: ProductDesk;
let pears: Seller;
/** Sells the same pears, dearer. */
let other: Seller;
let producer: Seller;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
  pears = await desk.seller();
  await desk.approved(pears);
  await house.rows(`update catalogue.product set name_zh = '洛川酥梨', name_en = 'Luochuan Pear' where id = $1`, [
    pears.productId,
  ]);
  other = await desk.seller({ productId: pears.productId, priceFen: 2_990n });
  producer = await desk.seller();
  await house.does(indexAll);
});
afterAll(() => house?.close());

interface Card {
  name: { zh: string };
  supplierCount: number;
  priceFrom: { amount: string };
}
/** What a list, its counts or its box answer, as far as it is read here. */
interface Said {
  data: Card[];
  products: Card[];
  suppliers: { id: string }[];
  total: number;
}

const ask = async (path: string) => (await house.browser('shop').ask('GET', path)).body as unknown as Said;
const pear = encodeURIComponent('酥梨');

/** What a list, its sellers, its counts and a box say of the pears; the same of each order. */
async function said() {
  const [list, dear, counts, box] = [
    await ask(`/products?q=${pear}`),
    await ask(`/products?category=fruit&sort=priceAsc`),
    await ask(`/search/facets?q=${pear}`),
    await ask(`/search/suggestions?q=${pear}`),
  ];
  const named = (cards: Card[]) => cards.filter(({ name }) => name.zh === '洛川酥梨');
  expect(named(dear.data)).toHaveLength(list.data.length);
  expect([counts.total, named(box.products).length]).toEqual([list.data.length, list.data.length]);
  return list.data.map(({ supplierCount, priceFrom }) => [supplierCount, priceFrom.amount]);
}

const approve = ({ supplierId, productId }: Seller) =>
  house.rows(
    `insert into admission.listing_approval (supplier_id, product_id, dossier_version, approved_at, approved_by)
     values ($1, $2, 1, platform.business_now(), 'test')`,
    [supplierId, productId],
  );

type Change = (seller: Seller) => [does: string, undoes: string];
const measure =
  (kind: string): Change =>
  ({ supplierId, productId }) => [
    `insert into admission.measure (supplier_id, kind, product_id, reason, imposed_by, started_at)
     values ('${supplierId}', '${kind}', ${kind === 'productDelisting' ? `'${productId}'` : 'null'}, 'test', 'person:test', platform.business_now())`,
    `update admission.measure set state = 'lifted', ended_at = platform.business_now()
      where supplier_id = '${supplierId}' and ended_at is null`,
  ];
const changes: [string, Change][] = [
  ['is suspended', measure('suspension')],
  ['left', measure('exit')],
  ['may not sell this one product any more', measure('productDelisting')],
  [
    'took it off sale',
    ({ supplierId, productId }) => [
      `update admission.listing_approval set ended_at = platform.business_now() where supplier_id = '${supplierId}' and product_id = '${productId}'`,
      `update admission.listing_approval set ended_at = null where supplier_id = '${supplierId}' and product_id = '${productId}'`,
    ],
  ],
  [
    'closed its only pack',
    ({ supplierId }) => [
      `update catalogue.sku set opened = false where supplier_id = '${supplierId}'`,
      `update catalogue.sku set opened = true where supplier_id = '${supplierId}'`,
    ],
  ],
  [
    'was admitted until yesterday',
    ({ supplierId }) => [
      `update admission.certification set valid_until = (platform.business_now() at time zone 'Asia/Shanghai')::date - 1 where supplier_id = '${supplierId}'`,
      `update admission.certification set valid_until = '2099-01-01' where supplier_id = '${supplierId}'`,
    ],
  ],
  [
    'calls its goods organic and the certificate ended yesterday',
    ({ supplierId, productId }) => [
      `with gone as (
         update admission.certificate set state = 'revoked' where supplier_id = '${supplierId}' and kind = 'organic'
       ), said as (
         insert into catalogue.listing_content (supplier_id, product_id, content)
         values ('${supplierId}', '${productId}', '{"taglineZh": "有 機种植"}')
         on conflict (supplier_id, product_id) do update set content = excluded.content)
       insert into admission.certificate (supplier_id, product_id, kind, number, valid_until, state, handed_in_at, verified_by, verified_at)
       values ('${supplierId}', '${productId}', 'organic', uuidv7()::text, (platform.business_now() at time zone 'Asia/Shanghai')::date - 1,
               'valid', now(), 'test', now())`,
      `update admission.certificate set valid_until = '2099-01-01'
        where supplier_id = '${supplierId}' and kind = 'organic' and state = 'valid'`,
    ],
  ],
  [
    'trades for a producer that is suspended',
    ({ supplierId }) => [
      `with kept as (
         insert into admission.mandate (application_id, trader_id, producer_id, state, valid_until, asked_by, asked_at, answered_by, answered_at)
         select application_id, supplier_id, '${producer.supplierId}', 'confirmed', '2099-01-01', uuidv7(), platform.business_now(), uuidv7(), platform.business_now()
           from admission.certification where supplier_id = '${supplierId}')
       insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at)
       values ('${producer.supplierId}', 'suspension', 'test', 'test', platform.business_now())`,
      `with lifted as (update admission.measure set state = 'lifted', ended_at = platform.business_now()
         where supplier_id = '${producer.supplierId}' and ended_at is null)
       update admission.mandate set state = 'ended' where trader_id = '${supplierId}'`,
    ],
  ],
];

describe.each(changes)('the only seller %s', (_name, change) => {
  test('and is found in no list, count or box from the next request on, and again once it may', async () => {
    const [does, undoes] = change(pears);
    expect(await said()).toEqual([[1, '1990']]);
    await house.rows(does);
    expect(await desk.maySell(pears)).toBe(false);
    expect(await said()).toEqual([]);
    await house.does((tx) => indexChanged(tx));
    expect(await said()).toEqual([]);
    await house.rows(undoes);
    expect(await said()).toEqual([[1, '1990']]);
    await house.does((tx) => indexChanged(tx));
    expect(await said()).toEqual([[1, '1990']]);
  });
});

test('a second seller is there with its approval, and alone while the first may not', async () => {
  await approve(other);
  expect(await said()).toEqual([[2, '1990']]);
  await house.does((tx) => indexChanged(tx));
  expect(await said()).toEqual([[2, '1990']]);
  for (const [, change] of changes) {
    const [does, undoes] = change(pears);
    await house.rows(does);
    expect(await said()).toEqual([[1, '2990']]);
    const { suppliers } = await ask(`/search/facets?q=${pear}`);
    await house.does((tx) => indexChanged(tx));
    expect(await said()).toEqual([[1, '2990']]);
    expect(suppliers.map(({ id }) => id)).toContain(other.supplierId);
    await house.rows(undoes);
    await house.does((tx) => indexChanged(tx));
  }
  expect(await said()).toEqual([[2, '1990']]);
});

test('whoever was not admitted when its listing was approved is found with the admission', async () => {
  const [{ application }] = (await house.rows<{ application: string }>(
    'delete from admission.certification where supplier_id = $1 returning application_id as application',
    [other.supplierId],
  )) as [{ application: string }];
  expect(await said()).toEqual([[1, '1990']]);
  await house.does((tx) => indexChanged(tx));
  expect(await said()).toEqual([[1, '1990']]);
  await house.rows(
    `insert into admission.certification (supplier_id, application_id, certified_on, valid_until) values ($1, $2, '2020-01-01', '2099-01-01')`,
    [other.supplierId, application],
  );
  expect(await said()).toEqual([[2, '1990']]);
});
