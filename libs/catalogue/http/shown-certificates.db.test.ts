import { admissionParts } from '@xihuo/admission';
import { FILES, Files } from '@xihuo/platform';
import { openHouse, openProductDesk, type House, type ProductDesk } from '@xihuo/testing';
import sharp from 'sharp';
import { productBySlug } from '../actions/product-by-slug';
import { catalogueParts } from '../catalogue-parts';

let house: House;
let desk: ProductDesk;
const kept = new Map<string, Buffer>();
const files = new Files({
  put: (sha256: string, bytes: Buffer) => Promise.resolve(void kept.set(sha256, bytes)),
  get: (sha256: string) => Promise.resolve(kept.get(sha256) ?? null),
});

beforeAll(async () => {
  house = await openHouse({
    parts: [admissionParts, catalogueParts],
    overrides: () => [{ provide: FILES, useValue: files }],
  });
  desk = await openProductDesk(house);
});
afterAll(() => house?.close());

test('a page says who issued a certificate, and where its paper is to be looked at', async () => {
  const { supplierId, productId } = await desk.seller();
  await house.rows(
    `insert into admission.listing_approval (supplier_id, product_id, dossier_version, approved_at, approved_by)
     values ($1, $2, 1, platform.business_now(), 'test')`,
    [supplierId, productId],
  );
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const file = (await house.does((tx) => files.put(tx, { bytes, purpose: 'test' })))!;
  const [organic] = await house.rows<{ id: string }>(
    `insert into admission.certificate (supplier_id, product_id, kind, number, issuer, valid_until, file_id, state, handed_in_at,
                                        verified_by, verified_at)
     select $1, $2, kind, kind, issuer, '2099-01-01', $3, 'valid', now(), 'test', now()
       from (values ('organic', '示例认证中心'), ('testReport', '')) as given (kind, issuer)
     returning id`,
    [supplierId, productId, file.id],
  );
  const { product } = (await productBySlug(desk.database, `p-${productId}`))!;
  expect(product.offers[0]!.certificates).toEqual([
    {
      ...{ kind: 'organic', number: 'organic', issuer: '示例认证中心', validUntil: '2099-01-01', status: 'valid' },
      pictureId: organic!.id,
    },
    // It names who sampled and signed: of it the facts are told.
    {
      ...{ kind: 'testReport', number: 'testReport', issuer: null, validUntil: '2099-01-01', status: 'valid' },
      pictureId: null,
    },
  ]);
  const { status } = await house.browser('shop').ask('GET', `/certificates/${organic!.id}/picture`);
  expect(status).toBe(200);
});
