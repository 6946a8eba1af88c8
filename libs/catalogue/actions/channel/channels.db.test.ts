import { openProductDesk, type ProductDesk, type Seller } from '@xihuo/testing';
import { cancelCampaign, draftCampaign, editCampaign, publishCampaign, type CampaignForm } from './edit-campaign';
import { closeVenue, draftVenue, editVenue, openVenue, type VenueForm } from './edit-venue';
import { enterProducts } from './enter-campaign';
import { listMine, readCampaign, readCampaignDraft } from './read-campaigns';
import { listVenues, readVenue, readVenueDraft } from './read-venues';

let desk: ProductDesk;
let seller: Seller;
let keeper: Awaited<ReturnType<ProductDesk['person']>>;
let other: typeof keeper;
let day: (offset: number) => string;

beforeAll(async () => {
  desk = await openProductDesk();
  seller = await desk.seller();
  await desk.recognised(seller);
  await desk.rows(
    `insert into registry.region (code, name, level, side, pinyin, province_code)
     values ('310000', '上海市', 'province', 'east', 'shang hai', '310000') on conflict do nothing`,
  );
  await desk.rows(
    `insert into registry.pairing (east_code, west_code, nickname, effective_from, source)
     select '310000', '610000', '示例协作', '2020-01-01', 'test' on conflict do nothing`,
  );
  [keeper, other] = [await desk.person('operator'), await desk.person('operator')];
  const [{ today }] = (await desk.rows<{ today: string }>(
    `select (platform.business_now() at time zone 'Asia/Shanghai')::date::text as today`,
  )) as [{ today: string }];
  day = (offset) => new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10);
});
afterAll(() => desk?.close());

const RULE = {
  category: null,
  region: null,
  supplier: null,
  inSeason: false,
  recognised: false,
  priceFrom: null,
  priceTo: null,
};
const venueForm = (slug: string, more: Partial<VenueForm> = {}): VenueForm => ({
  ...{ slug, kind: 'provinceHall', regionCode: '610000', operatorName: '示例', address: null, phone: null },
  ...{ name: { zh: '示例馆', en: 'Hall' }, story: { zh: '', en: '' }, openingTimes: [], shutOn: [], pickup: false },
  shelves: [{ title: { zh: '全部', en: 'All' }, rule: { ...RULE, region: '610000' }, products: null }],
  ...more,
});

describe('venues', () => {
  test('a hall is drafted, opened and shown with what its shelves hold; closed, its page says so', async () => {
    const { id } = await desk.by(keeper, (tx) => draftVenue(tx, venueForm('hall')));
    await expect(readVenue(desk.database, 'hall')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await desk.by(keeper, (tx) => openVenue(tx, { id, version: 1 }));
    const view = await readVenue(desk.database, 'hall');
    expect(view).toMatchObject({ state: 'open', openNow: null, shelves: [{ position: 1, total: 1 }] });
    expect(view.shelves[0]!.products).toHaveLength(1);
    expect((await listVenues(desk.database, { region: '610629', limit: 24 })).data).toEqual([]);
    expect((await listVenues(desk.database, { region: '610000', limit: 24 })).data.map(({ slug }) => slug)).toEqual([
      'hall',
    ]);
    await expect(
      desk.by(keeper, (tx) => editVenue(tx, { id, version: 2, form: venueForm('moved') })),
    ).rejects.toMatchObject({ code: 'SLUG_FIXED' });
    await desk.by(keeper, (tx) => closeVenue(tx, { id, version: 2, reason: '改造' }));
    expect((await readVenue(desk.database, 'hall')).state).toBe('closed');
    expect((await listVenues(desk.database, { limit: 24 })).data).toEqual([]);
  });

  test('a shelf filled by hand keeps its order and loses what may not be sold', async () => {
    const second = await desk.seller();
    await desk.recognised(second);
    const products = [second.productId, seller.productId];
    const shelves = [{ title: { zh: '精选', en: 'Chosen' }, rule: null, products }];
    const { id } = await desk.by(keeper, (tx) => draftVenue(tx, venueForm('chosen', { shelves })));
    await desk.by(keeper, (tx) => openVenue(tx, { id, version: 1 }));
    const slugs = async () => (await readVenue(desk.database, 'chosen')).shelves[0]!.products.map(({ slug }) => slug);
    expect(await slugs()).toEqual(products.map((product) => `p-${product}`));
    await desk.rows(
      `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at) values ($1, 'suspension', '抽检', 'test', now())`,
      [second.supplierId],
    );
    expect(await slugs()).toEqual([`p-${seller.productId}`]);
    const everything = (await readVenueDraft(desk.database, id)).shelves[0]!;
    expect([everything.products!.length, everything.total]).toEqual([2, 1]);
  });

  test.each<[string, string | null, string | null, number]>([
    ['up to its price', null, '1990', 1],
    ['up to a fen less', null, '1989', 0],
    ['from its price on', '1990', null, 1],
    ['from a fen more on', '1991', '99999', 0],
  ])('a shelf of what costs %s', async (name, priceFrom, priceTo, total) => {
    // Dearer, of the same seller: a card shows the lowest price, and that is what is asked of.
    await desk.rows(
      `insert into catalogue.sku (product_id, supplier_id, pack, price_fen, opened)
       values ($1, $2, '礼盒', 5000, true) on conflict do nothing`,
      [seller.productId, seller.supplierId],
    );
    const rule = { ...RULE, region: '610000', priceFrom, priceTo };
    const shelves = [{ title: { zh: '价格', en: 'Price' }, rule, products: null }];
    const slug = `price-${name.replaceAll(' ', '-')}`;
    const { id } = await desk.by(keeper, (tx) => draftVenue(tx, venueForm(slug, { shelves })));
    const [shelf] = (await readVenueDraft(desk.database, id)).shelves;
    expect(shelf).toMatchObject({ total, rule: { priceFrom, priceTo } });
    const standing = `select count(*) from catalogue.venue_product_v where venue_id = '${id}' and product_id = '${seller.productId}'`;
    expect(await desk.count(standing)).toBe(total);
  });

  test.each<[string, Partial<VenueForm>, string]>([
    ['a zone without an address', { kind: 'assistanceZone' }, 'VENUE_PLACE'],
    ['pickup nowhere', { pickup: true }, 'VENUE_PLACE'],
    ['a region that is none', { regionCode: '999999' }, 'REGION_UNKNOWN'],
    [
      'a product that is none',
      {
        shelves: [{ title: { zh: '甲', en: 'A' }, rule: null, products: ['00000000-0000-7000-8000-000000000000'] }],
      },
      'PRODUCT_UNKNOWN',
    ],
    ['an address that is taken', { slug: 'hall' }, 'SLUG_TAKEN'],
  ])('%s is refused, and nothing is written', async (_name, more, code) => {
    const before = await desk.count('select count(*) from catalogue.venue');
    await expect(desk.by(keeper, (tx) => draftVenue(tx, venueForm('refused', more)))).rejects.toMatchObject({ code });
    expect(await desk.count('select count(*) from catalogue.venue')).toBe(before);
  });

  test('an empty venue is not opened, a stale version writes nothing', async () => {
    const { id } = await desk.by(keeper, (tx) => draftVenue(tx, venueForm('empty', { shelves: [] })));
    await expect(desk.by(keeper, (tx) => openVenue(tx, { id, version: 1 }))).rejects.toMatchObject({
      code: 'VENUE_EMPTY',
    });
    await desk.by(keeper, (tx) => editVenue(tx, { id, version: 1, form: venueForm('filled') }));
    await expect(desk.by(keeper, (tx) => openVenue(tx, { id, version: 1 }))).rejects.toMatchObject({
      code: 'STALE_VERSION',
    });
    await expect(desk.by(keeper, (tx) => closeVenue(tx, { id, version: 2, reason: '无' }))).rejects.toMatchObject({
      code: 'NOT_AT_THIS_STEP',
    });
  });
});

const campaignForm = (slug: string, more: Partial<CampaignForm> = {}): CampaignForm => ({
  ...{ slug, name: { zh: '示例活动', en: 'Campaign' }, story: { zh: '', en: '' }, startsOn: day(-1), endsOn: day(5) },
  ...{ eastCode: '310000', westCode: '610000', hostCode: '610000' },
  discounts: [
    {
      ...{ name: { zh: '九折', en: 'Off' }, kind: 'percentOff', percentBp: 1000, threshold: null, reduction: null },
      category: null,
      funders: [
        { kind: 'platform', organisationId: null, shareBp: 6000 },
        { kind: 'supplier', organisationId: null, shareBp: 4000 },
      ],
    },
  ],
  ...more,
});

describe('campaigns', () => {
  test('is published by somebody else, hosted in turn, entered with recognised products, and called off', async () => {
    const { id } = await desk.by(keeper, (tx) => draftCampaign(tx, campaignForm('first')));
    await expect(desk.by(keeper, (tx) => publishCampaign(tx, { id, version: 1 }))).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });
    await desk.by(other, (tx) => publishCampaign(tx, { id, version: 1 }));
    await expect(
      desk.by(keeper, (tx) => editCampaign(tx, { id, version: 2, form: campaignForm('first') })),
    ).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });

    // Nor does one that begins earlier come before it with the same host.
    const earlier = await desk.by(keeper, (tx) => draftCampaign(tx, campaignForm('earlier', { startsOn: day(-9) })));
    await expect(desk.by(other, (tx) => publishCampaign(tx, { id: earlier.id, version: 1 }))).rejects.toMatchObject({
      code: 'CAMPAIGN_TURN',
    });

    // The West hosted: the next one of the pairing is the East's.
    const next = await desk.by(keeper, (tx) => draftCampaign(tx, campaignForm('second', { startsOn: day(2) })));
    await expect(desk.by(other, (tx) => publishCampaign(tx, { id: next.id, version: 1 }))).rejects.toMatchObject({
      code: 'CAMPAIGN_TURN',
      extra: { turnOf: '310000' },
    });
    expect((await readCampaignDraft(desk.database, next.id, { kind: 'system', name: 'test' })).turnOf.code).toBe(
      '310000',
    );

    // A pairing may have come to an end between draft and publishing.
    const late = await desk.by(keeper, (tx) =>
      draftCampaign(tx, campaignForm('late', { startsOn: day(3), hostCode: '310000' })),
    );
    const endsOn = (last: string | null) =>
      desk.rows(`update registry.pairing set effective_to = $1 where east_code = '310000' and west_code = '610000'`, [
        last,
      ]);
    await endsOn(day(4));
    await expect(desk.by(other, (tx) => publishCampaign(tx, { id: late.id, version: 1 }))).rejects.toMatchObject({
      code: 'PAIRING_UNKNOWN',
    });
    await endsOn(null);

    const personId = seller.clerk.personId;
    const entry = { supplierId: seller.supplierId, slug: 'first', products: [seller.productId], personId };
    const twice = { ...entry, products: [...entry.products, ...entry.products] };
    await desk.by(seller.clerk, (tx) => enterProducts(tx, twice));
    const view = await readCampaign(desk.database, 'first');
    expect(view).toMatchObject({
      ...{ phase: 'running', total: 1, host: { code: '610000' } },
      discounts: [{ funders: [{ shareBp: 6000 }, { shareBp: 4000 }] }],
    });
    expect(view.products).toHaveLength(1);
    expect((await listMine(desk.database, seller.supplierId)).data[0]!.products).toMatchObject([{ entered: true }]);

    const unknown = await desk.seller();
    await desk.approved(unknown);
    const unrecognised = { ...entry, supplierId: unknown.supplierId, products: [unknown.productId] };
    await expect(desk.by(unknown.clerk, (tx) => enterProducts(tx, unrecognised))).rejects.toMatchObject({
      code: 'NOT_RECOGNISED',
      extra: { products: [unknown.productId] },
    });

    await desk.by(seller.clerk, (tx) => enterProducts(tx, { ...entry, products: [] }));
    expect((await readCampaign(desk.database, 'first')).total).toBe(0);
    await desk.by(keeper, (tx) => cancelCampaign(tx, { id, version: 2, reason: '天气原因' }));
    expect((await readCampaign(desk.database, 'first')).cancelledWhy).toBe('天气原因');
    await expect(desk.by(seller.clerk, (tx) => enterProducts(tx, entry))).rejects.toMatchObject({
      code: 'CAMPAIGN_OVER',
    });
  });

  test.each<[string, () => Partial<CampaignForm>, string]>([
    ['provinces that are not paired', () => ({ eastCode: '500000', hostCode: '610000' }), 'PAIRING_UNKNOWN'],
    [
      'funders that leave something open',
      () => ({
        discounts: [
          { ...campaignForm('x').discounts[0]!, funders: [{ kind: 'platform', organisationId: null, shareBp: 9999 }] },
        ],
      }),
      'FUNDERS_NOT_WHOLE',
    ],
    [
      'a funder that is nobody',
      () => ({
        discounts: [
          {
            ...campaignForm('x').discounts[0]!,
            funders: [
              { kind: 'organisation', organisationId: '00000000-0000-7000-8000-000000000000', shareBp: 10_000 },
            ],
          },
        ],
      }),
      'FUNDER_UNKNOWN',
    ],
  ])('%s are refused', async (_name, more, code) => {
    await expect(desk.by(keeper, (tx) => draftCampaign(tx, campaignForm('refused', more())))).rejects.toMatchObject({
      code,
    });
  });

  test('what the rule says of funders the database says too', async () => {
    const { id } = await desk.by(keeper, (tx) => draftCampaign(tx, campaignForm('guarded')));
    await expect(
      desk.rows(
        `update catalogue.discount_funder set share_bp = 1 where discount_id in (select id from catalogue.campaign_discount where campaign_id = $1)`,
        [id],
      ),
    ).rejects.toThrow(/not 100 %/);
  });

  test('what is over is not published', async () => {
    const over = { startsOn: day(-9), endsOn: day(-2) };
    const { id } = await desk.by(keeper, (tx) => draftCampaign(tx, campaignForm('over', over)));
    await expect(desk.by(other, (tx) => publishCampaign(tx, { id, version: 1 }))).rejects.toMatchObject({
      code: 'CAMPAIGN_PAST',
    });
  });
});
