import { randomUUID } from 'node:crypto';
import { channels } from '@xihuo/catalogue';
import type { Seller } from '@xihuo/testing';
import { CALLERS, COUNTY, SIGNED_OUT, type CallerName } from './callers';
import { withBody } from './product-rows';
import { row, type Row } from './table';
import type { Made, World } from './world';

/** Venues, campaigns, fairs and brands lie in no county: they are every operator's. */
const KEEPERS: readonly CallerName[] = ['operator', 'operatorElsewhere'];
/** Whose role holds in the whole country: the auditors here sit in provinces. */
const READERS: readonly CallerName[] = ['operator', 'finance'];
const OWNER: readonly CallerName[] = ['supplier'];
const SIGNED_IN = CALLERS.filter((name) => !SIGNED_OUT.includes(name));
const REASON = { reason: '安排变更' };
const WORDS = { name: { zh: '示例', en: 'Example' }, story: { zh: '', en: '' } };
const RULE = {
  category: null,
  region: null,
  supplier: null,
  inSeason: false,
  recognised: false,
  priceFrom: null,
  priceTo: null,
};

const slugOf = (kind: string) => `${kind}-${randomUUID()}`;
const venueForm = (slug: string) => ({
  ...{
    ...WORDS,
    slug,
    kind: 'countyHall' as const,
    regionCode: COUNTY,
    operatorName: '示例',
    address: null,
    phone: null,
  },
  ...{ openingTimes: [], shutOn: [], pickup: false },
  shelves: [{ title: { zh: '全部', en: 'All' }, rule: RULE, products: null }],
});
const fairForm = async (world: World, slug: string) => ({
  ...{ ...WORDS, slug, kind: 'expo' as const, regionCode: COUNTY, place: '示例馆' },
  ...{ startsOn: await world.day(1), endsOn: await world.day(3), signUpBy: await world.day(2) },
});
const campaignForm = async (world: World, slug: string) => ({
  ...{ ...WORDS, slug, startsOn: await world.day(0), endsOn: await world.day(9) },
  ...{ eastCode: EAST, westCode: WEST, hostCode: WEST, discounts: [] },
});
const brandForm = (slug: string) => ({
  ...{ ...WORDS, slug, regionCode: COUNTY, ownerName: '示例协会', markNumber: '' },
});

const EAST = '310000';
const WEST = '610000';

/** Two provinces that are paired, which no other row needs. */
async function paired({ house }: World): Promise<void> {
  await house.rows(
    `insert into registry.region (code, name, level, side, pinyin, province_code)
     values ('310000', '上海市', 'province', 'east', 'shang hai', '310000') on conflict do nothing`,
  );
  await house.rows(
    `insert into registry.pairing (east_code, west_code, nickname, effective_from, source)
     values ('310000', '610000', '示例协作', '2020-01-01', 'test') on conflict do nothing`,
  );
}

async function owned(world: World): Promise<Seller> {
  const one = await world.products.seller();
  await world.owned(one.supplierId);
  await world.products.approved(one);
  return one;
}

const venue: Row['make'] = async (world) => {
  await owned(world);
  const { id } = await world.house.does((tx) => channels.draftVenue(tx, venueForm(slugOf('venue'))));
  return { ids: { id }, version: 1 };
};
const openVenue: Row['make'] = async (world) => {
  const made = await venue(world);
  await world.house.does((tx) => channels.openVenue(tx, { id: made.ids!['id'] as string, version: 1 }));
  return { ...made, version: 2 };
};

const results: Row['make'] = async (world) => {
  const { ids } = await openVenue(world);
  const [row] = await world.house.rows<{ slug: string }>('select slug from catalogue.venue where id = $1', [
    ids!['id'],
  ]);
  return { ids: { kind: 'venue', slug: row!.slug } };
};

async function draftedCampaign(world: World): Promise<Made & { slug: string }> {
  await paired(world);
  const slug = slugOf('campaign');
  const form = await campaignForm(world, slug);
  const { id } = await world.house.does((tx) => channels.draftCampaign(tx, form));
  return { ids: { id }, version: 1, slug };
}
/** One is published at a time, by whoever hosts: those before it are called off. */
async function clearedCampaign(world: World): Promise<Made & { slug: string }> {
  await world.house.rows(
    `update catalogue.campaign set state = 'cancelled', cancelled_why = '让位' where state = 'published'`,
  );
  return draftedCampaign(world);
}
async function publishedCampaign(world: World): Promise<Made & { slug: string }> {
  const made = await clearedCampaign(world);
  await world.house.does((tx) => channels.publishCampaign(tx, { id: made.ids!['id'] as string, version: 1 }));
  return { ...made, version: 2 };
}
/** A draft, and what it is to become. */
export const campaignEdited = async (world: World) => {
  const made = await draftedCampaign(world);
  return { ...made, body: await campaignForm(world, made.slug) };
};
const placing: Row['make'] = async (world) => {
  const { supplierId, productId } = await owned(world);
  const days = { startsOn: await world.day(0), endsOn: await world.day(9) };
  return { body: { supplierId, productId, ...days, contract: '示例推广合同 1 号' } };
};
const placed: Row['make'] = async (world) => {
  const { id } = await world.granted('operator', 'POST /catalogue/placements', await placing(world));
  return { ids: { id: id as string } };
};
const labelling: Row['make'] = async (world) => {
  const { supplierId, productId } = await owned(world);
  return { ids: { supplierId, productId } };
};
const mine: Row['make'] = async (world) => ({ ids: { supplierId: (await owned(world)).supplierId } });
const entering: Row['make'] = async (world) => {
  const { slug } = await publishedCampaign(world);
  const { supplierId } = await owned(world);
  return { ids: { supplierId, slug }, body: { products: [], acceptsDiscounts: true }, version: 1 };
};

async function draftedFair(world: World): Promise<Made & { slug: string }> {
  const slug = slugOf('fair');
  const form = await fairForm(world, slug);
  const { id } = await world.house.does((tx) => channels.draftFair(tx, form));
  return { ids: { id }, version: 1, slug };
}
async function publishedFair(world: World): Promise<Made & { slug: string }> {
  const made = await draftedFair(world);
  await world.house.does((tx) => channels.publishFair(tx, { id: made.ids!['id'] as string, version: 1 }));
  return { ...made, version: 2 };
}
const editFair: Row['make'] = async (world) => {
  const made = await draftedFair(world);
  return { ...made, body: await fairForm(world, made.slug) };
};
async function exhibited(world: World): Promise<Made & { slug: string; one: Seller }> {
  const made = await publishedFair(world);
  const one = await owned(world);
  const { supplierId, productId, clerk } = one;
  const signing = { supplierId, slug: made.slug, products: [productId], personId: clerk.personId };
  await world.house.does((tx) => channels.signUpForFair(tx, signing));
  return { ...made, one };
}
const booths: Row['make'] = async (world) => {
  const { one, ...made } = await exhibited(world);
  return { ...made, body: { booths: [{ supplierId: one.supplierId, booth: 'A1' }] } };
};
const signingUp: Row['make'] = async (world) => {
  const { slug } = await publishedFair(world);
  const { supplierId, productId } = await owned(world);
  return { ids: { supplierId, slug }, body: { products: [productId] }, version: 1 };
};
const asking: Row['make'] = async (world) => {
  const { slug, one } = await exhibited(world);
  const contact = { name: '示例人', organisation: '示例超市', phone: '13900000001' };
  return { ids: { slug }, body: { supplierId: one.supplierId, wants: '苹果 200 箱', contact, consents: '2' } };
};
const lead: Row['make'] = async (world) => {
  const { ids, body } = await asking(world);
  const { id } = await world.granted('account', 'POST /fairs/{slug}/leads', { ids: ids!, body: body! });
  const { supplierId } = body as { supplierId: string };
  return { ids: { supplierId, id: id as string }, version: 1, body: { state: 'contacted', note: '' } };
};

/** With what it was entered by: its address stays. */
const editBrand: Row['make'] = async (world) => {
  const body = brandForm(slugOf('brand'));
  const { id } = await world.house.does((tx) => channels.enterBrand(tx, body));
  return { ids: { id }, version: 1, body };
};
const brand: Row['make'] = async (world) => ({ ...(await editBrand(world)), body: undefined });
async function licensing(world: World): Promise<Made> {
  const { supplierId } = await owned(world);
  const days = { validFrom: await world.day(0), validUntil: await world.day(365) };
  return { ...(await brand(world)), body: { supplierId, productId: null, ...days, evidence: '示例授权书 1 号' } };
}
const licence: Row['make'] = async (world) => {
  const { id } = await world.granted('operator', `POST ${BRAND}/licences`, await licensing(world));
  return { ids: { id: id as string }, version: 1 };
};

const VENUE = '/catalogue/venues/{id}' as const;
const CAMPAIGN = '/catalogue/campaigns/{id}' as const;
const FAIR = '/catalogue/fairs/{id}' as const;
const BRAND = '/catalogue/brands/{id}' as const;

export const channelRows: readonly Row[] = [
  row(`GET ${VENUE}`, 'a venue', KEEPERS, venue),
  row(`PUT ${VENUE}`, 'a venue', KEEPERS, async (world) => ({
    ...(await venue(world)),
    body: venueForm(slugOf('venue')),
  })),
  row('GET /insight/channels/{kind}/{slug}', 'results of a venue', READERS, results),
  row(`POST ${VENUE}/open`, 'a venue', KEEPERS, venue),
  row(`POST ${VENUE}/close`, 'an open venue', KEEPERS, withBody(openVenue, REASON)),
  row(`GET ${CAMPAIGN}`, 'a campaign', KEEPERS, draftedCampaign),
  row(`PUT ${CAMPAIGN}`, 'a campaign', KEEPERS, campaignEdited),
  row(`POST ${CAMPAIGN}/publish`, 'a campaign', KEEPERS, clearedCampaign),
  row(`POST ${CAMPAIGN}/cancel`, 'a campaign', KEEPERS, withBody(draftedCampaign, REASON)),
  row(`GET ${CAMPAIGN}/entries`, 'a campaign', KEEPERS, draftedCampaign),
  row('GET /suppliers/{supplierId}/campaigns', "a supplier's campaigns", OWNER, mine),
  row('PUT /suppliers/{supplierId}/campaigns/{slug}', "a supplier's campaigns", OWNER, entering),
  row(`GET ${FAIR}`, 'a fair', KEEPERS, draftedFair),
  row(`PUT ${FAIR}`, 'a fair', KEEPERS, editFair),
  row(`POST ${FAIR}/publish`, 'a fair', KEEPERS, draftedFair),
  row(`POST ${FAIR}/cancel`, 'a fair', KEEPERS, withBody(draftedFair, REASON)),
  row(`PUT ${FAIR}/booths`, 'a fair', KEEPERS, booths),
  row('GET /suppliers/{supplierId}/fairs', "a supplier's fairs", OWNER, mine),
  row('PUT /suppliers/{supplierId}/fairs/{slug}', "a supplier's fairs", OWNER, signingUp),
  row('POST /fairs/{slug}/leads', 'a fair', SIGNED_IN, asking),
  row('GET /suppliers/{supplierId}/leads', "a supplier's leads", OWNER, mine),
  row('POST /suppliers/{supplierId}/leads/{id}/note', 'a lead', OWNER, lead),
  row('POST /suppliers/{supplierId}/leads/{id}/reveal', 'a lead', OWNER, withBody(lead, { purpose: '回电确认数量' })),
  row('POST /me/leads/{id}/withdraw', 'a lead of the account', ['account'], async (world) => {
    const { ids } = await lead(world);
    return { ids: { id: ids!['id']! } };
  }),
  row(`GET ${BRAND}`, 'a brand', KEEPERS, brand),
  row(`PUT ${BRAND}`, 'a brand', KEEPERS, editBrand),
  row(`GET ${BRAND}/licences`, 'a brand', KEEPERS, brand),
  row(`POST ${BRAND}/licences`, 'a brand', KEEPERS, licensing),
  row(
    'PUT /catalogue/listings/{supplierId}/{productId}/own-account',
    'a label',
    KEEPERS,
    withBody(labelling, { ownAccount: true, ...REASON }),
  ),
  row('POST /catalogue/placements/{id}/end', 'a paid placement', KEEPERS, withBody(placed, REASON)),
  row('POST /catalogue/brand-licences/{id}/revoke', 'a licence', KEEPERS, withBody(licence, REASON)),
];
