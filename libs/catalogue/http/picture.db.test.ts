import { admissionParts } from '@xihuo/admission';
import { FILES, Files } from '@xihuo/platform';
import { openHouse, openProductDesk, type House, type ProductDesk } from '@xihuo/testing';
import sharp from 'sharp';
import { encodePictures } from '../actions/picture/encode-pictures';
import { productBySlug } from '../actions/product-by-slug';
import { indexAll } from '../actions/search/index-products';
import { catalogueParts } from '../catalogue-parts';

let house: House;
let desk: ProductDesk;
const kept = new Map<string, Buffer>();
const files = new Files({
  put: (sha256, bytes) => Promise.resolve(void kept.set(sha256, bytes)),
  get: (sha256) => Promise.resolve(kept.get(sha256) ?? null),
});

beforeAll(async () => {
  const overrides = () => [{ provide: FILES, useValue: files }];
  house = await openHouse({ parts: [admissionParts, catalogueParts], overrides });
  desk = await openProductDesk(house);
});
afterAll(() => house?.close());

/** As a phone takes it: lying on its side, with the place written beside it. */
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3a7' } })
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '35/1 0/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

const JPEG = { 'content-type': 'image/jpeg' };
type Source = { format: string; width: number; path: string };

async function desked() {
  const seller = await desk.seller();
  await desk.approved(seller);
  const clerk = await house.signedIn({ role: 'supplier', organisationId: seller.supplierId });
  return { seller, clerk, path: `/suppliers/${seller.supplierId}/products/${seller.productId}` };
}

test('a photograph is encoded anew, without place and camera, and shown once its change is confirmed', async () => {
  const { seller, clerk, path } = await desked();
  const taken = await clerk.ask('POST', `${path}/pictures`, await photo(900, 700), JPEG);
  expect([taken.status, taken.body['state'], taken.body['sources']]).toEqual([201, 'received', []]);
  const id = taken.body['id'] as string;
  const save = (version: number) =>
    clerk.ask('PUT', `${path}/listing/change`, { fields: { pictures: [id] } }, { 'if-match': `"${version}"` });
  expect((await save(1)).status).toBe(200);
  const early = await clerk.ask('POST', `${path}/listing/change/submit`, {}, { 'if-match': '"2"' });
  expect(early.code).toBe('PICTURE_NOT_READY');

  expect(await encodePictures({ database: house.database, files })).toBe(1);
  expect(await encodePictures({ database: house.database, files })).toBe(0);
  const read = await clerk.ask('GET', `${path}/listing`);
  const [picture] = read.body['pictures'] as { state: string; width: number; height: number; sources: Source[] }[];
  // Upright: what was 900 wide on its side is 700 wide.
  expect(picture).toMatchObject({ state: 'ready', width: 700, height: 900 });
  expect(picture!.sources.map(({ format, width }) => `${format} ${width}`)).toEqual(
    ['avif', 'webp', 'jpeg'].flatMap((format) => [320, 480, 640].map((width) => `${format} ${width}`)),
  );
  const visitor = house.browser('shop');
  for (const { path: at, format, width } of picture!.sources) {
    const shown = await visitor.ask('GET', at.replace('/api/v1', ''));
    expect([shown.status, shown.headers['content-type'], shown.headers['cache-control']]).toEqual([
      ...[200, `image/${format}`, 'public, max-age=31536000, immutable'],
    ]);
    const { exif, width: drawn } = await sharp(shown.bytes).metadata();
    expect([exif, drawn]).toEqual([undefined, width]);
    expect(shown.bytes.includes('Phone')).toBe(false);
  }

  const sent = await clerk.ask('POST', `${path}/listing/change/submit`, {}, { 'if-match': '"2"' });
  const reviewer = await house.signedIn({ role: 'reviewer' });
  const { id: changeId } = sent.body['change'] as { id: string };
  await reviewer.ask('POST', `/catalogue/changes/${changeId}/confirm`, {}, { 'if-match': '"3"' });
  const [row] = await house.rows<{ slug: string }>('select slug from catalogue.product where id = $1', [
    seller.productId,
  ]);
  const [offer] = (await productBySlug(house.database, row!.slug))!.product.offers;
  expect(offer!.words.pictures).toMatchObject([{ width: 700, height: 900 }]);

  // A card shows the first of them, of whoever's price it shows; goods without are shown by a drawing.
  const drawn = await desked();
  await house.does(indexAll);
  const card = async (supplier: string) => (await visitor.ask('GET', `/products?supplier=${supplier}`)).body['data'];
  expect(await card(seller.supplierId)).toMatchObject([
    { photo: { width: 700, height: 900, sources: picture!.sources } },
  ]);
  expect(await card(drawn.seller.supplierId)).toMatchObject([{ photo: null }]);
});

test.each<[string, () => Promise<Buffer> | Buffer, string]>([
  ['a page that calls itself a picture', () => Buffer.from('<script>alert(1)</script>'), 'damaged'],
  [
    'a drawing that may hold scripts',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>'),
    'kind',
  ],
  ['one too small to see anything', () => photo(300, 900), 'tooSmall'],
  ['a banner', () => photo(2000, 400), 'tooLong'],
])('%s is refused, and stays on the record', async (_name, bytes, fault) => {
  const { seller, clerk, path } = await desked();
  const answer = await clerk.ask('POST', `${path}/pictures`, await bytes(), JPEG);
  expect([answer.code, answer.body['fault']]).toEqual(['PICTURE_REFUSED', fault]);
  const lines = await house.rows(
    `select from platform.audit_content where subject_id = $1 and content like '%PICTURE_REFUSED%'`,
    [seller.productId],
  );
  expect(lines).toHaveLength(1);
});

test('one that breaks off in the middle is refused by the worker, and can be shown nowhere', async () => {
  const { clerk, path } = await desked();
  const whole = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#3a7' } })
    .composite([{ input: Buffer.from('<svg width="1200" height="900"><circle cx="600" cy="450" r="400"/></svg>') }])
    .jpeg()
    .toBuffer();
  const taken = await clerk.ask('POST', `${path}/pictures`, whole.subarray(0, whole.length / 2), JPEG);
  expect(taken.status).toBe(201);
  await encodePictures({ database: house.database, files });
  const read = await clerk.ask('GET', `${path}/listing`);
  expect(read.body['pictures']).toMatchObject([{ state: 'refused', sources: [] }]);
});

test('one whose original is lost goes on waiting and holds up no other, of however many', async () => {
  const { seller, clerk, path } = await desked();
  const lost = await clerk.ask('POST', `${path}/pictures`, await photo(410, 400), JPEG);
  // More of them than are read at once, all before the one that can be encoded.
  await house.rows(
    `with gone as (
       insert into platform.file (id, sha256, size_bytes, media_type, purpose, created_at)
       select uuidv7(), sha256(n::text::bytea), 1, 'image/jpeg', 'catalogue.picture', now() from generate_series(1, 25) n
       returning id)
     insert into catalogue.picture (id, supplier_id, product_id, file_id, uploaded_by, uploaded_at)
     select uuidv7(), $1, $2, id, $3, now() from gone`,
    [seller.supplierId, seller.productId, seller.clerk.personId],
  );
  kept.delete(
    (
      await house.rows<{ sha256: string }>(
        `select encode(sha256, 'hex') as sha256 from platform.file
           join catalogue.picture on picture.file_id = file.id where picture.id = $1`,
        [lost.body['id']],
      )
    )[0]!.sha256,
  );
  const { clerk: neighbour, path: elsewhere } = await desked();
  const sound = await neighbour.ask('POST', `${elsewhere}/pictures`, await photo(420, 400), JPEG);
  await expect(encodePictures({ database: house.database, files })).rejects.toThrow('26 pictures');
  const stateOf = (id: unknown) => house.rows('select state from catalogue.picture where id = $1', [id]);
  expect(await stateOf(sound.body['id'])).toEqual([{ state: 'ready' }]);
  expect(await stateOf(lost.body['id'])).toEqual([{ state: 'received' }]);
});

test('nobody hands in or shows pictures of others, and an address nobody made leads nowhere', async () => {
  const one = await desked();
  const other = await desked();
  expect((await other.clerk.ask('POST', `${one.path}/pictures`, await photo(400, 400), JPEG)).code).toBe('NOT_FOUND');
  const taken = await one.clerk.ask('POST', `${one.path}/pictures`, await photo(400, 400), JPEG);
  const stolen = { fields: { pictures: [taken.body['id']] } };
  const answer = await other.clerk.ask('PUT', `${other.path}/listing/change`, stolen, { 'if-match': '"1"' });
  expect(answer.code).toBe('PICTURE_UNKNOWN');
  const visitor = house.browser('shop');
  expect((await visitor.ask('GET', `/pictures/${'a'.repeat(64)}.webp`)).code).toBe('NOT_FOUND');
  expect((await visitor.ask('GET', '/pictures/../../etc/passwd')).status).toBe(404);
});
