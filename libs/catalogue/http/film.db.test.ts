import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { admissionParts } from '@xihuo/admission';
import { FILES, Files } from '@xihuo/platform';
import { openHouse, openProductDesk, paperwork, type House, type ProductDesk } from '@xihuo/testing';
import sharp from 'sharp';
import { encodePictures } from '../actions/picture/encode-pictures';
import { productBySlug } from '../actions/product-by-slug';
import { indexAll } from '../actions/search/index-products';
import { catalogueParts } from '../catalogue-parts';

const folder = mkdtempSync(join(tmpdir(), 'xihuo-films-'));
const files = Files.inFolder(folder);
let house: House;
let desk: ProductDesk;

beforeAll(async () => {
  const overrides = () => [{ provide: FILES, useValue: files }];
  house = await openHouse({ parts: [admissionParts, catalogueParts], overrides });
  desk = await openProductDesk(house);
});
afterAll(async () => {
  await house?.close();
  rmSync(folder, { recursive: true });
});

const JPEG = { 'content-type': 'image/jpeg' };
const MP4 = { 'content-type': 'video/mp4' };
const still = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#3a7' } })
    .jpeg()
    .toBuffer();
const encode = () => encodePictures({ database: house.database, files });

async function desked() {
  const seller = await desk.seller();
  await desk.approved(seller);
  const clerk = await house.signedIn({ role: 'supplier', organisationId: seller.supplierId });
  const path = `/suppliers/${seller.supplierId}/products/${seller.productId}`;
  const frame = async () => (await clerk.ask('POST', `${path}/pictures`, await still(), JPEG)).body['id'] as string;
  const film = (bytes: Buffer, frameId?: string) =>
    clerk.ask('POST', `${path}/pictures${frameId ? `?frameId=${frameId}` : ''}`, bytes, MP4);
  const save = (pictures: string[], version: number) =>
    clerk.ask('PUT', `${path}/listing/change`, { fields: { pictures } }, { 'if-match': `"${version}"` });
  return { seller, clerk, path, frame, film, save };
}

type Source = { format: string; width: number; path: string };
type Picture = { id: string; state: string; sources: Source[] };

test('a film is shown behind its first picture once the change that names it is confirmed, and fetched in pieces', async () => {
  const { seller, clerk, path, frame, film, save } = await desked();
  const frameId = await frame();
  const sent = paperwork.film('+34.2600+108.9500/');
  const taken = await film(sent, frameId);
  expect([taken.status, taken.code]).toEqual([201, undefined]);
  const { id } = taken.body as unknown as Picture;
  expect(id).not.toBe(frameId);
  expect((await save([id], 1)).status).toBe(200);
  await encode();
  const read = await clerk.ask('GET', `${path}/listing`);
  // Its first picture is shown with it, and is no photograph beside it.
  const pictures = read.body['pictures'] as Picture[];
  expect(pictures).toMatchObject([{ id, state: 'ready' }]);
  expect(pictures[0]!.sources.map(({ format, width }) => `${format} ${width}`).at(-1)).toBe('mp4 640');

  await clerk.ask('POST', `${path}/listing/change/submit`, {}, { 'if-match': '"2"' });
  const [waiting] = await house.rows<{ id: string }>(
    `select id from catalogue.listing_change where product_id = $1 and state = 'submitted'`,
    [seller.productId],
  );
  const reviewer = await house.signedIn({ role: 'reviewer' });
  const judged = await reviewer.ask('GET', `/catalogue/changes/${waiting!.id}`);
  expect((judged.body['pictures'] as Picture[])[0]!.sources.some(({ format }) => format === 'mp4')).toBe(true);
  await reviewer.ask('POST', `/catalogue/changes/${waiting!.id}/confirm`, {}, { 'if-match': '"3"' });
  const [row] = await house.rows<{ slug: string }>('select slug from catalogue.product where id = $1', [
    seller.productId,
  ]);
  const [offer] = (await productBySlug(house.database, row!.slug))!.product.offers;
  const { sources } = offer!.words.pictures[0]!;
  const address = sources.find(({ format }) => format === 'mp4')!.path.replace('/api/v1', '');

  const visitor = house.browser('shop');
  const whole = await visitor.ask('GET', address);
  const { 'content-type': type, 'accept-ranges': ranges, 'content-length': length } = whole.headers;
  expect([whole.status, type, ranges, length]).toEqual([200, 'video/mp4', 'bytes', String(sent.length)]);
  expect([whole.bytes.length, whole.bytes.includes('108.95')]).toEqual([sent.length, false]);
  const piece = await visitor.ask('GET', address, undefined, { range: 'bytes=4-11' });
  expect([
    piece.status,
    piece.bytes.toString(),
    piece.headers['content-range'],
    piece.headers['content-length'],
  ]).toEqual([206, 'ftypisom', `bytes 4-11/${sent.length}`, '8']);
  expect(piece.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  const behind = await visitor.ask('GET', address, undefined, { range: `bytes=${sent.length}-` });
  expect([behind.status, behind.bytes.length]).toEqual([200, sent.length]);

  // A card shows no film.
  await house.does(indexAll);
  const { body } = await visitor.ask('GET', `/products?supplier=${seller.supplierId}`);
  const [card] = body['data'] as { photo: { sources: Source[] } }[];
  expect(new Set(card!.photo.sources.map(({ format }) => format))).toEqual(new Set(['avif', 'webp', 'jpeg']));
});

test('a product shows one film', async () => {
  const { frame, film, save } = await desked();
  const ids = [];
  for (const words of ['one', 'two']) ids.push((await film(paperwork.film(words), await frame())).body['id'] as string);
  const both = await save(ids, 1);
  expect([both.status, both.body['errors']]).toMatchObject([422, [{ pointer: '/fields/pictures', code: 'ONE_FILM' }]]);
  expect((await save(ids.slice(1), 1)).status).toBe(200);
});

test('a film begins with a picture of its own product, is one that every browser plays, and is one of few', async () => {
  const { frame, film } = await desked();
  const strange = await (await desked()).frame();
  const own = await frame();
  const one = paperwork.film();
  const other = Buffer.from(one.toString('latin1').replace('avc1', 'hvc1'), 'latin1');
  for (const [bytes, frameId, fault] of [
    [one, undefined, 'noFirstFrame'],
    [one, strange, 'noFirstFrame'],
    [other, own, 'codec'],
    [one.subarray(0, -8), own, 'damaged'],
  ] as const) {
    const answer = await film(bytes, frameId);
    expect([answer.code, answer.body['fault']]).toEqual(['PICTURE_REFUSED', fault]);
  }
  for (let nth = 0; nth < 6; nth += 1) expect((await film(paperwork.film(`${nth}`), own)).status).toBe(201);
  expect((await film(one, own)).body).toMatchObject({ code: 'TOO_MANY_PICTURES', most: 6 });
});
