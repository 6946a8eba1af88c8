import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, paperwork, type House, type ProductDesk } from '@xihuo/testing';
import { catalogueParts } from '../catalogue-parts';

let house: House;
let desk: ProductDesk;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
});
afterAll(() => house?.close());

const HEAD = '商品名称,品类,产地,储存条件,保质期,规格,价格,起订量';

test('a table becomes drafts with their packs, sold by nobody yet; the same table again adds nothing', async () => {
  const seller = await desk.seller();
  const { supplierId } = seller;
  const clerk = await house.signedIn({ role: 'supplier', organisationId: supplierId });
  const [county] = await house.rows<{ code: string }>(
    `select code from registry.region where level = 'county' limit 1`,
  );
  const handIn = (lines: string[]) =>
    clerk.ask(
      'POST',
      `/imports?kind=products&scope=${supplierId}&name=new.csv`,
      paperwork.encodeGb18030([HEAD, ...lines].join('\r\n')),
      { 'content-type': 'text/csv' },
    );
  const sound = [`红枣,水果,${county!.code},常温,180,500g,19.9,2`, `核桃,坚果,${county!.code},常温,,1kg,45,`];
  const preview = await handIn([
    ...sound,
    `小米,粮食,没有的县,常温,,500g,9,`,
    `蕨菜,野菜,${county!.code},常温,,500g,9,`,
    `红枣,水果,${county!.code},常温,180,1kg,36,`,
    `红枣,水果,${county!.code},常温,180,1kg,37,`,
    `红枣,坚果,${county!.code},常温,180,2kg,70,`,
    `治疗感冒的核桃,坚果,${county!.code},常温,,500g,19,`,
    `板栗,坚果,${county!.code},常温,,99999999999999999999kg,19,`,
  ]);
  expect(preview.body['counts']).toMatchObject({ ready: 3, faulty: 6 });
  const { body } = await clerk.ask('GET', `/imports/${preview.body['id']}/rows?state=faulty`);
  expect(body['data']).toMatchObject([
    { row: 4, faults: [{ column: 'origin', value: '没有的县', code: 'NO_COUNTY' }] },
    { row: 5, faults: [{ column: 'category', value: '野菜', code: 'NOT_A_CHOICE' }] },
    { row: 7, faults: [{ code: 'REPEATED' }] },
    { row: 8, faults: [{ column: 'nameZh', code: 'NOT_THE_SAME' }] },
    {
      row: 9,
      faults: [{ column: 'nameZh', code: 'TEXT_UNLAWFUL', reason: { zh: expect.stringContaining('「治疗」') } }],
    },
    { row: 10, faults: [{ column: 'pack', value: '99999999999999999999kg', code: 'PACK_UNSOUND' }] },
  ]);
  const version = { 'if-match': `"${preview.body['version']}"` };
  await clerk.ask('POST', `/imports/${preview.body['id']}/confirm`, { leaveOutFaulty: true }, version);
  await house.runImports();
  expect(
    await house.rows(
      `select name_zh, pack, net_grams::int as grams, price_fen::int as fen, minimum_order_packs as least, for_sale
         from catalogue.offer_v where supplier_id = $1 and name_zh in ('红枣', '核桃') order by price_fen`,
      [supplierId],
    ),
  ).toEqual([
    { name_zh: '红枣', pack: '500g', grams: 500, fen: 1990, least: 2, for_sale: false },
    { name_zh: '红枣', pack: '1kg', grams: 1000, fen: 3600, least: 1, for_sale: false },
    { name_zh: '核桃', pack: '1kg', grams: 1000, fen: 4500, least: 1, for_sale: false },
  ]);
  expect((await handIn(sound)).body['counts']).toMatchObject({ known: 2, ready: 0 });
  const made = () => house.count(`select count(*) from catalogue.product where name_zh in ('红枣', '核桃')`);
  const products = await made();

  // A draft gets its further packs by table too; what was approved gets them where somebody looks at them.
  const more = [`红枣,水果,${county!.code},常温,180,5kg,150,1`];
  const second = await handIn(more);
  expect(second.body['counts']).toMatchObject({ ready: 1, faulty: 0 });
  await clerk.ask('POST', `/imports/${second.body['id']}/confirm`, {}, { 'if-match': `"${second.body['version']}"` });
  await house.runImports();
  const packs = () =>
    house.rows<{ pack: string; product_id: string }>(
      `select pack, product_id from catalogue.offer_v where supplier_id = $1 and name_zh = '红枣' order by price_fen`,
      [supplierId],
    );
  expect((await packs()).map(({ pack }) => pack)).toEqual(['500g', '1kg', '5kg']);
  expect(await made()).toBe(products);
  const productId = (await packs())[0]!.product_id;
  await desk.approved({ ...seller, productId });
  const many = Array.from({ length: 61 }, (_, at) => `花生,坚果,${county!.code},常温,,${at + 1}kg,9,`);
  expect((await handIn(many)).body['counts']).toMatchObject({ ready: 60, faulty: 1 });
  const third = await handIn([`红枣,水果,${county!.code},常温,180,10kg,290,1`]);
  const { body: faults } = await clerk.ask('GET', `/imports/${third.body['id']}/rows?state=faulty`);
  expect(faults['data']).toMatchObject([{ row: 2, faults: [{ column: 'pack', code: 'PACK_BY_CHANGE' }] }]);
});

test('a name that another table writes at the same moment comes once', async () => {
  const { supplierId } = await desk.seller();
  const clerk = await house.signedIn({ role: 'supplier', organisationId: supplierId });
  const [county] = await house.rows<{ code: string }>(
    `select code from registry.region where level = 'county' limit 1`,
  );
  const handIn = (name: string) =>
    clerk.ask(
      'POST',
      `/imports?kind=products&scope=${supplierId}&name=new.csv`,
      Buffer.from([HEAD, `${name},水果,${county!.code},常温,180,500g,19.9,2`].join('\n')),
      { 'content-type': 'text/csv' },
    );
  const confirm = ({ body }: Awaited<ReturnType<typeof handIn>>) =>
    clerk.ask('POST', `/imports/${body['id']}/confirm`, {}, { 'if-match': `"${body['version']}"` });
  await confirm(await handIn('别的名字'));
  await house.runImports();

  const second = await handIn('沙棘');
  await confirm(second);
  // The other writer: inside the lock that writers of new names take in turn, and not yet committed.
  const commit = await house.hold(
    `select pg_advisory_xact_lock(hashtextextended('catalogue.new_products ${supplierId}', 0));
     update catalogue.product set name_zh = '沙棘' where name_zh = '别的名字'`,
  );
  const writing = house.runImports();
  await house.untilWaiting(1);
  await commit();
  await writing;
  expect((await clerk.ask('GET', `/imports/${second.body['id']}`)).body['counts']).toMatchObject({
    known: 1,
    written: 0,
  });
  expect(await house.count(`select count(*) from catalogue.product where name_zh = '沙棘'`)).toBe(1);
});

test('a row says all that a product of its own page says: months, numbers, steps, the price for businesses', async () => {
  const { supplierId } = await desk.seller();
  const clerk = await house.signedIn({ role: 'supplier', organisationId: supplierId });
  const [county] = await house.rows<{ code: string }>(
    `select code from registry.region where level = 'county' limit 1`,
  );
  const head = `${HEAD},英文说明,采收月份,货号,条码,加订倍数,批发价`;
  const row = (name: string, least: number, more: string) =>
    `${name},水果,${county!.code},常温,180,500g,19.9,${least},${more}`;
  const handed = await clerk.ask(
    'POST',
    `/imports?kind=products&scope=${supplierId}&name=new.csv`,
    Buffer.from(
      [
        head,
        row('青苹果', 10, 'Green apples,9-11,A-1,6901234567892,5,15'),
        row('红苹果', 10, ',,A-1,,5,'),
        row('黄苹果', 10, ',,A-2,6901234567892,5,'),
        row('花苹果', 10, ',秋天,A-3,,5,'),
        row('小苹果', 10, ',,A-4,6901234567893,5,'),
        row('大苹果', 12, ',,A-5,,5,'),
        row('冰苹果', 10, ',,A-6,,5,21'),
      ].join('\n'),
    ),
    { 'content-type': 'text/csv' },
  );
  expect(handed.body['counts']).toMatchObject({ ready: 1, faulty: 6 });
  const { body } = await clerk.ask('GET', `/imports/${handed.body['id']}/rows?state=faulty`);
  expect(
    (body['data'] as { faults: { column: string; code: string }[] }[]).map(({ faults }) => faults[0]),
  ).toMatchObject([
    { column: 'articleNumber', code: 'NUMBER_TAKEN' },
    { column: 'gtin', code: 'NUMBER_TAKEN' },
    { column: 'harvestMonths', code: 'MONTHS' },
    { column: 'gtin', code: 'GTIN_UNSOUND' },
    { column: 'orderStepPacks', code: 'STEP_UNSOUND' },
    { column: 'wholesaleFen', code: 'WHOLESALE_UNSOUND' },
  ]);
  const version = { 'if-match': `"${handed.body['version']}"` };
  await clerk.ask('POST', `/imports/${handed.body['id']}/confirm`, { leaveOutFaulty: true }, version);
  await house.runImports();
  const written = await house.rows(
    `select product.harvest_months as months, description_en as said, article_number as article, gtin, order_step_packs as step,
            (select array_agg(array[minimum_packs, price_fen::int]) from catalogue.price_tier where sku_id = sku.id) as tiers
       from catalogue.product join catalogue.sku on sku.product_id = product.id where name_zh = '青苹果' and supplier_id = $1`,
    [supplierId],
  );
  expect(written).toEqual([
    {
      ...{ months: [9, 10, 11], said: 'Green apples', article: 'A-1', gtin: '06901234567892', step: 5 },
      tiers: [[10, 1500]],
    },
  ]);
  // What is taken out is what was handed in.
  const file = await clerk.ask('GET', `/suppliers/${supplierId}/products/file?format=csv`);
  const [titles, ...lines] = file.bytes.toString('utf8').replace('\uFEFF', '').trim().split(/\r?\n/);
  const exported = lines.find((line) => line.includes('青苹果'));
  for (const title of ['英文说明', '采收月份', '货号', '商品条码', '加订倍数（件）', '批发价（元）'])
    expect(titles).toContain(title);
  for (const cell of ['Green apples', '9、10、11', 'A-1', '06901234567892', ',15,']) expect(exported).toContain(cell);
});
