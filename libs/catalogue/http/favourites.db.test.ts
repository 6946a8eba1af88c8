import { admissionParts } from '@xihuo/admission';
import { Notices } from '@xihuo/platform';
import { openHouse, openShop, type House, type Offer, type Shop } from '@xihuo/testing';
import { tellOfFavourites } from '../actions/favourite/tell-of-favourites';
import { catalogueParts } from '../catalogue-parts';

/** Products people keep, and what they hear of them. */

type Buyer = Awaited<ReturnType<House['signedIn']>>;
let shop: Shop;
let house: House;

beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: [admissionParts, catalogueParts] });
});
afterAll(() => house?.close());

const arrived = () => house.signedIn({ role: 'consumer' });
async function offered(priceFen = 1_000n): Promise<{ offer: Offer; slug: string }> {
  const offer = await shop.offer({ priceFen, stock: 50 });
  const [row] = await shop.rows<{ slug: string }>('select slug from catalogue.product where id = $1', [
    offer.productId,
  ]);
  return { offer, slug: row!.slug };
}
const keep = (who: Buyer, slug: string) => who.ask('PUT', `/me/favourites/${slug}`);
const wantsNews = (who: Buyer, given = true) =>
  who.ask('PUT', '/me/consents', { kind: 'favouriteNews', version: '1', given });
const priced = ({ skuId }: Offer, fen: number) =>
  shop.rows('update catalogue.sku set price_fen = $2 where id = $1', [skuId, fen]);
const stocked = ({ skuId }: Offer, state: string) =>
  shop.rows('update catalogue.sku set stock_state = $2 where id = $1', [skuId, state]);

/** Everybody is told what there is to tell; answers what one has heard so far, the last first. */
async function heard(who: Buyer): Promise<string[]> {
  await shop.does((tx) => tellOfFavourites(tx, new Notices(house.vault)));
  const { body } = await who.ask('GET', '/me/notices');
  return (body['data'] as { body: string }[]).map((one) => one.body);
}

test('a product is kept once, is listed as a card, and is let go', async () => {
  const who = await arrived();
  const [one, other] = [await offered(), await offered(2_000n)];
  for (const slug of [one.slug, one.slug, other.slug]) expect((await keep(who, slug)).status).toBe(204);
  expect((await who.ask('GET', '/me/favourites?limit=1')).body).toMatchObject({
    data: [
      { slug: other.slug, seenPrice: { amount: '2000' }, card: { slug: other.slug, priceFrom: { amount: '2000' } } },
    ],
    slugs: [other.slug, one.slug],
  });
  for (const slug of [other.slug, other.slug])
    expect((await who.ask('DELETE', `/me/favourites/${slug}`)).status).toBe(204);
  expect((await who.ask('GET', '/me/favourites')).body['slugs']).toEqual([one.slug]);
  expect((await (await arrived()).ask('GET', '/me/favourites')).body).toEqual({ data: [], slugs: [] });
});

test('what there is not cannot be kept, and a hundred are enough', async () => {
  const who = await arrived();
  expect((await keep(who, 'nothing-of-the-kind')).status).toBe(404);
  const draft = await offered();
  await shop.rows('update catalogue.sku set opened = false where id = $1', [draft.offer.skuId]);
  expect((await keep(who, draft.slug)).status).toBe(404);
  const { offer, slug } = await offered();
  expect((await keep(who, slug)).status).toBe(204);
  await shop.rows(
    `with many as (
       insert into catalogue.product
       select (jsonb_populate_record(product, jsonb_build_object('id', gen_random_uuid(), 'reference', 'many-' || number,
                                                                 'slug', 'many-' || number))).*
         from catalogue.product, generate_series(1, 99) number where product.id = $1 returning id)
     insert into catalogue.favourite (person_id, product_id, kept_at, seen_fen, seen_out)
     select favourite.person_id, many.id, now(), null, true from many, catalogue.favourite where favourite.product_id = $1`,
    [offer.productId],
  );
  const another = await offered();
  expect(await keep(who, another.slug)).toMatchObject({ status: 409, code: 'FAVOURITES_FULL' });
  // One is let go: of many that come at once, one finds the place.
  await who.ask('DELETE', '/me/favourites/many-99');
  const others = await Promise.all(Array.from({ length: 4 }, () => offered()));
  const came = await Promise.all(others.map((one) => keep(who, one.slug)));
  expect(came.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409]);
  for (const one of others) await who.ask('DELETE', `/me/favourites/${one.slug}`);
  await shop.rows(
    `insert into catalogue.favourite (person_id, product_id, kept_at, seen_fen, seen_out)
     select favourite.person_id, many.id, now(), null, true
       from catalogue.product many, catalogue.favourite where many.slug = 'many-99' and favourite.product_id = $1`,
    [offer.productId],
  );
  expect((await keep(who, slug)).status).toBe(204);
  // What nobody sells is still in the list, without a card.
  const { body } = await who.ask('GET', '/me/favourites?limit=100');
  expect((body['data'] as { card: unknown }[]).filter(({ card }) => card === null)).toHaveLength(99);
});

test('a price that falls is told once; one that rose and fell back is no news', async () => {
  const who = await arrived();
  const { offer, slug } = await offered(3_000n);
  expect((await wantsNews(who)).status).toBe(200);
  await keep(who, slug);
  expect(await heard(who)).toEqual([]);
  await priced(offer, 2_500);
  expect(await heard(who)).toEqual([expect.stringMatching(/¥25\.00 起，比您收藏以来的最低价少 ¥5\.00/)]);
  expect(await heard(who)).toHaveLength(1);
  await priced(offer, 4_000);
  expect(await heard(who)).toHaveLength(1);
  await priced(offer, 2_500);
  expect(await heard(who)).toHaveLength(1);
  await priced(offer, 2_400);
  expect(await heard(who)).toHaveLength(2);
});

test('goods that ran out are told of when they are back, and nobody else hears of it', async () => {
  const [who, other] = [await arrived(), await arrived()];
  const { offer, slug } = await offered();
  for (const one of [who, other]) await wantsNews(one);
  await keep(who, slug);
  await stocked(offer, 'out');
  expect(await heard(who)).toEqual([]);
  await stocked(offer, 'low');
  expect(await heard(who)).toEqual([expect.stringMatching(/现在有货，¥10\.00 起/)]);
  expect(await heard(who)).toHaveLength(1);
  expect(await heard(other)).toEqual([]);
});

test('who did not ask for it, or asks for it no more, hears nothing, and nothing is caught up on later', async () => {
  const who = await arrived();
  const { offer, slug } = await offered(3_000n);
  await keep(who, slug);
  await priced(offer, 2_000);
  expect(await heard(who)).toEqual([]);
  await wantsNews(who);
  expect(await heard(who)).toEqual([]);
  await wantsNews(who, false);
  await priced(offer, 1_000);
  expect(await heard(who)).toEqual([]);
});
