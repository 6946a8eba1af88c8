import { FILES, Files } from '@xihuo/platform';
import {
  openHouse,
  openProductDesk,
  openWatchDesk,
  type House,
  type ProductDesk,
  type Seller,
  type WatchDesk,
} from '@xihuo/testing';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { admissionParts } from '../admission-parts';

/** Papers of certificates as buyers look at them: public ones, marked all over, and no others. */
let house: House;
let desk: WatchDesk;
let seller: Seller;
let products: ProductDesk;
const kept = new Map<string, Buffer>();
const memory = {
  put: (sha256: string, bytes: Buffer) => Promise.resolve(void kept.set(sha256, bytes)),
  get: (sha256: string) => Promise.resolve(kept.get(sha256) ?? null),
};

beforeAll(async () => {
  const overrides = () => [{ provide: FILES, useValue: new Files(memory) }];
  house = await openHouse({ parts: [admissionParts], overrides });
  desk = await openWatchDesk(house);
  products = await openProductDesk(house);
  seller = await products.seller();
  await products.approved(seller);
});
afterAll(() => house?.close());

const WIDE = 2_000;
const photo = () =>
  sharp({ create: { width: WIDE, height: 1_500, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
const pdf = async () => {
  const document = await PDFDocument.create();
  document.addPage();
  return Buffer.from(await document.save());
};

async function signedIn(role: 'supplier' | 'reviewer', organisationId?: string) {
  const { id, login, password } = await house.person({
    role,
    secondFactor: true,
    ...(organisationId ? { organisationId } : {}),
  });
  const browser = house.browser('console');
  await browser.signIn(login, password);
  await house.rows('update identity.session set second_factor_at = platform.business_now() where person_id = $1', [id]);
  return browser;
}

interface Wanted {
  kind: string;
  number: string;
  paper?: () => Promise<Buffer>;
  mediaType?: string;
  verdict?: 'valid' | 'refused' | null;
  supplierId?: string;
  productId?: string;
}

/** Handed in by the supplier with its paper, and judged. */
async function certificate({
  kind,
  number,
  paper = photo,
  mediaType = 'image/jpeg',
  verdict = 'valid',
  ...more
}: Wanted) {
  const { supplierId = seller.supplierId, productId } = more;
  const owner = await signedIn('supplier', supplierId);
  const { body: file } = await owner.ask('POST', `/supplier/papers?supplierId=${supplierId}`, await paper(), {
    'content-type': mediaType,
  });
  const handedIn = await owner.ask('POST', '/supplier/certificates', {
    ...{ supplierId, kind, number, validUntil: await desk.day(300), fileId: file['fileId'] },
    ...{ issuer: '示例认证中心', ...(productId === undefined ? {} : { productId }) },
  });
  expect([handedIn.status, handedIn.body['issuer']]).toEqual([201, '示例认证中心']);
  const id = String(handedIn.body['id']);
  if (verdict === null) return id;
  const reviewer = await signedIn('reviewer');
  const judged = await reviewer.ask(
    'POST',
    `/admission/certificates/${id}/verification`,
    { verdict, note: verdict === 'valid' ? '' : '查无此证' },
    { 'if-match': '"1"' },
  );
  expect(judged.status).toBe(200);
  return id;
}

const picture = (id: string) => house.browser('shop').ask('GET', `/certificates/${id}/picture`);

test('a verified mark is looked at by anybody, smaller and with words all over it', async () => {
  const id = await certificate({ kind: 'organic', number: 'O-1', productId: seller.productId });
  const { status, headers, bytes } = await picture(id);
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([
    ...[200, 'image/jpeg', 'public, max-age=3600'],
  ]);
  const drawn = sharp(bytes);
  const { width, height } = await drawn.metadata();
  expect([width, height]).toEqual([1_400, 1_050]);
  // It was white: each quarter of it bears some of the mark now.
  for (const [left, top] of [
    [0, 0],
    [700, 0],
    [0, 525],
    [700, 525],
  ] as const) {
    const { channels } = await sharp(bytes).extract({ left, top, width: 700, height: 525 }).stats();
    expect(channels[2]!.min).toBeLessThan(200);
  }
  await house.rows(`update admission.certificate set state = 'revoked' where id = $1`, [id]);
  expect((await picture(id)).code).toBe('NOT_FOUND');
});

test.each<[string, () => Promise<Wanted>]>([
  ['that nobody verified', async () => ({ kind: 'foodOperationLicence', number: 'JY16106290000001', verdict: null })],
  ['that was refused', async () => ({ kind: 'foodOperationLicence', number: 'JY16106290000002', verdict: 'refused' })],
  [
    'that names who sampled and signed',
    async () => ({ kind: 'testReport', number: 'T-9', productId: seller.productId }),
  ],
  [
    'that is no picture',
    async () => ({
      kind: 'greenFood',
      number: 'G-1',
      productId: seller.productId,
      paper: pdf,
      mediaType: 'application/pdf',
    }),
  ],
  [
    'of who never had a product in the shop',
    async () => ({
      kind: 'foodOperationLicence',
      number: 'JY16106290000003',
      supplierId: (await desk.admitted()).supplierId,
    }),
  ],
])('a paper %s is nobody’s to look at', async (_what, wanted) => {
  const id = await certificate(await wanted());
  expect([(await picture(id)).status, (await picture(id)).code]).toEqual([404, 'NOT_FOUND']);
});

test('a licence of who sells here is looked at', async () => {
  const id = await certificate({ kind: 'foodOperationLicence', number: 'JY16106290000004' });
  expect((await picture(id)).status).toBe(200);
});

test('with the last of its listings a paper leaves the shop, and a product’s own with that product', async () => {
  const leaving = await products.seller();
  await products.approved(leaving);
  const { supplierId, productId } = leaving;
  const licence = await certificate({ kind: 'foodOperationLicence', number: 'JY16106290000005', supplierId });
  const mark = await certificate({ kind: 'greenFood', number: 'G-2', supplierId, productId });
  const other = (await products.seller()).productId;
  await house.rows(
    `insert into admission.listing_approval (supplier_id, product_id, dossier_version, approved_at, approved_by)
     values ($1, $2, 1, platform.business_now(), 'test')`,
    [supplierId, other],
  );
  const end = (ended: string) =>
    house.rows(
      `update admission.listing_approval set ended_at = platform.business_now(), ended_by = 'test', end_reason = 'test'
        where supplier_id = $1 and product_id = $2`,
      [supplierId, ended],
    );
  const seen = async () => [(await picture(licence)).status, (await picture(mark)).status];
  expect(await seen()).toEqual([200, 200]);
  await end(productId);
  expect(await seen()).toEqual([200, 404]);
  await end(other);
  expect(await seen()).toEqual([404, 404]);
});
