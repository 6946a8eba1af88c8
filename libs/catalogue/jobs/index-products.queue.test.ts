import 'reflect-metadata';
import { admissionParts } from '@xihuo/admission';
import { identityParts } from '@xihuo/identity';
import { createLog, loadConfig, openServices, startWorker, type ContextParts } from '@xihuo/platform';
import { openHouse, openProductDesk, testMasterKey, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import { catalogueParts } from '../catalogue-parts';

jest.setTimeout(60_000);

/** By itself the job would not look again before the test is long over: whatever is found, an event brought about. */
const SELDOM = 3_600_000;
const seldom: ContextParts = {
  ...catalogueParts,
  jobs: catalogueParts.jobs!.map((job) => (job.name === 'catalogue.indexProducts' ? { ...job, every: SELDOM } : job)),
};

let house: House;
let desk: ProductDesk;
let seller: Seller;
let stop: () => Promise<void>;

beforeAll(async () => {
  const parts = [identityParts, admissionParts, seldom];
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
  seller = await desk.seller();
  await house.rows(`update catalogue.product set name_zh = '示例坡地杏', name_en = 'Hillside Apricot' where id = $1`, [
    seller.productId,
  ]);
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: house.url,
    STRIPE_SECRET_KEY: 'none',
    STRIPE_WEBHOOK_SECRET: 'none',
    MASTER_KEY: testMasterKey,
  });
  const services = await openServices(config, createLog('silent', 'test'), parts, 'test');
  const worker = await startWorker(services, parts);
  stop = async () => {
    await worker.stop();
    await services.close();
  };
  // Its first round is over: what was there before the worker is looked through.
  await house.until(0, 'select count(*) from catalogue.search_stale');
});
afterAll(async () => {
  await stop?.();
  await house?.close();
});

const found = async (q: string) => {
  const { body } = await house.browser('shop').ask('GET', `/products?q=${encodeURIComponent(q)}`);
  return (body['data'] as { name: { zh: string } }[]).map(({ name }) => name.zh);
};
const documents = 'select count(*) from catalogue.search_document where product_id = $1';

test('an approval reaches the search by its event: outbox, consumer, index, and the next question finds it', async () => {
  expect(await found('坡地杏')).toEqual([]);
  const dossier = await desk.approved(seller);
  await house.until(1, documents, [seller.productId]);
  expect(
    await house.count(
      `select count(*) from platform.outbox_event where name = 'dossierApproved' and payload ->> 'productId' = $1`,
      [seller.productId],
    ),
  ).toBe(1);
  expect(dossier).toBeDefined();
  expect(await found('坡地杏')).toEqual(['示例坡地杏']);
});

test('a number given to a pack is found once its command is committed; standing is asked live, without any index', async () => {
  const clerk = await house.signedIn({ role: 'supplier', organisationId: seller.supplierId });
  const path = `/suppliers/${seller.supplierId}/products/${seller.productId}`;
  const { body } = await clerk.ask('GET', `${path}/listing`);
  const [pack] = body['packs'] as { skuId: string; gtin: string | null; options: unknown[] }[];
  const named = await clerk.ask(
    'PUT',
    `${path}/packs/${pack!.skuId}`,
    { gtin: pack!.gtin, articleNumber: 'PD-2026/1', options: pack!.options },
    { 'if-match': `"${String(body['version'])}"` },
  );
  expect([named.status, named.code]).toEqual([200, undefined]);
  await house.until(1, `${documents} and terms @@ '''4pd20261'''::tsquery`, [seller.productId]);
  expect(await found('PD-2026/1')).toEqual(['示例坡地杏']);

  const before = await house.rows('select * from catalogue.search_document where product_id = $1', [seller.productId]);
  await house.rows(
    `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at)
     values ($1, 'suspension', 'test', 'test', platform.business_now())`,
    [seller.supplierId],
  );
  expect(await found('坡地杏')).toEqual([]);
  expect(await house.rows('select * from catalogue.search_document where product_id = $1', [seller.productId])).toEqual(
    before,
  );
});
