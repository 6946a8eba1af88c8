import { paperwork, type Seller } from '@xihuo/testing';
import sharp from 'sharp';
import { COUNTY } from './callers';
import { JUDGES, OWNER } from './applying-rows';
import { row, type Row } from './table';
import type { Made, World } from './world';

const READERS = [...OWNER, ...JUDGES];
const REASON = { reason: '材料与实物不符' };
const CORRECTIONS = { ...REASON, fields: [{ pointer: '/form/brand', note: '与商标证不符' }] };
const PASSED = ['P04', 'P05', 'P06', 'P12'].map((criterion) => ({ criterion, result: 'pass', note: '原件一致' }));
const PRODUCT = {
  ...{ name: { zh: '示例核桃', en: 'Example walnut' }, pinyin: 'shi li he tao', category: 'nut', regionCode: COUNTY },
  ...{ description: { zh: '示例', en: 'Example' }, harvestMonths: [9], shelfLifeDays: 180, storage: 'ambient' },
  scClass: null,
  pack: {
    ...{ pack: '500g', price: { amount: '1990', currency: 'CNY' }, wholesalePrice: null, minimumOrderPacks: 1 },
  },
};
const DOSSIER = {
  ...{ packaging: 'loose', producedInCounty: COUNTY },
  afterSale: { phone: '0911-1234567', returnAddress: '洛川县示例路1号', responseHours: 24 },
};
const FACTS = {
  ...{ name: { zh: '示例苹果', en: 'Example apple' }, category: 'fruit', regionCode: COUNTY },
  ...{ storage: 'chilled', shelfLifeDays: 60, scClass: null },
};
const RECOGNITION = {
  ...{ issuerKind: 'county', scheme: '洛川县消费帮扶产品认定办法' },
  evidence: [{ kind: 'linkageProof', reference: '收购合同 4 份', fileId: null }],
};

/** Of a supplier for whom `supplier` acts. */
async function seller(world: World): Promise<Seller> {
  const one = await world.products.seller();
  await world.owned(one.supplierId);
  return one;
}

const product: Row['make'] = async (world) => {
  const { supplierId, productId } = await seller(world);
  return { ids: { supplierId, productId } };
};

export const dossierOf = async (world: World): Promise<Made> => {
  const id = await world.products.sent(await seller(world));
  return { ids: { id }, version: await world.products.dossierVersion(id) };
};

const listed: Row['make'] = async (world) => {
  const one = await seller(world);
  await world.products.approved(one);
  return { ids: { supplierId: one.supplierId, productId: one.productId } };
};

const PAPER = { body: paperwork.PDF, headers: paperwork.AS_PDF };

/** A paper that was handed in, and nothing sent down yet. */
async function paperOf(world: World, { supplierId, productId }: Seller): Promise<Made> {
  const { fileId } = await world.granted('supplier', `POST ${PAPERS}`, { ids: { supplierId, productId }, ...PAPER });
  return { ids: { fileId: fileId as string } };
}

const sentPaper: Row['make'] = async (world) => {
  const one = await seller(world);
  const made = await paperOf(world, one);
  await world.products.sent(one);
  return made;
};

const draftToSend: Row['make'] = async (world) => {
  const made = await product(world);
  const { version } = await world.granted('supplier', `PUT ${OWN}/dossier`, { ...made, body: DOSSIER });
  return { ...made, version: version as number };
};

async function asked(world: World): Promise<Made> {
  const one = await seller(world);
  await world.products.approved(one);
  return recognition(world, await world.products.asked(one));
}

async function recognition({ products }: World, id: string): Promise<Made> {
  return { ids: { id }, version: await products.recognitionVersion(id) };
}

const STAMP = { department: 'revitalisation', sealNumber: '洛乡振001', opinion: '与实际相符' };

async function stamped(world: World): Promise<Made> {
  const made = await asked(world);
  await world.granted('countyRevitalisation', `POST ${RECOGNISING}/stamp`, { ...made, body: STAMP });
  return recognition(world, made.ids!['id'] as string);
}

async function sentBack(world: World): Promise<Made> {
  const made = await asked(world);
  await world.granted('countyRevitalisation', `POST ${RECOGNISING}/request-corrections`, {
    ...made,
    body: CORRECTIONS,
  });
  return recognition(world, made.ids!['id'] as string);
}

async function recognised(world: World): Promise<Made> {
  return recognition(world, await world.products.recognised(await seller(world)));
}

export const withBody =
  (make: Row['make'], body: object): Row['make'] =>
  async (world) => ({ ...(await make(world)), body });

/** With the version of the places that stand. */
const areas: Row['make'] = async (world) => {
  const made = await having(world);
  const { version } = await world.granted(OWNER[0]!, 'GET /suppliers/{supplierId}/delivery-areas', made);
  return { ...made, version: version as number };
};

const LISTED_AT = '/suppliers/{supplierId}/products/{productId}/listing' as const;
const CHANGES = '/catalogue/changes/{id}' as const;
const TAGLINE = { fields: { taglineZh: '海拔一千二百米' } };

/** Of a pack of the product. */
const pack: Row['make'] = async (world) => {
  const { ids } = await product(world);
  const [sku] = await world.house.rows<{ id: string }>('select id from catalogue.sku where supplier_id = $1', [
    ids!['supplierId'],
  ]);
  return { ids: { ...ids, skuId: sku!.id } };
};

/** A pack of which so many lie in store, counted once. */
export async function packCounted(world: World, onHand: number) {
  const { ids } = await pack(world);
  const { supplierId, productId, skuId } = ids as Record<'supplierId' | 'productId' | 'skuId', string>;
  const made = { ids: { supplierId, skuId }, body: { onHand }, version: 1 };
  await world.granted('supplier', 'PUT /suppliers/{supplierId}/stock/{skuId}', made);
  const [named] = await world.house.rows<{ pack: string }>('select pack from catalogue.sku where id = $1', [skuId]);
  return { supplierId, productId, skuId, pack: named!.pack };
}

/** Of a pack, without the product it is of. */
const shelf: Row['make'] = async (world) => {
  const { ids } = await pack(world);
  return { ids: { supplierId: ids!['supplierId']!, skuId: ids!['skuId']! }, version: 1 };
};

/** A counted pack on the shelf, and a venue that takes it. */
const laidIn: Row['make'] = async (world) => {
  const made = await shelf(world);
  const { slug } = await world.shop.stall(String(made.ids!['skuId']));
  await world.granted('supplier', 'PUT /suppliers/{supplierId}/stock/{skuId}', { ...made, body: { onHand: 12 } });
  return { ids: made.ids!, body: { to: slug, packs: 1 } };
};

/** What a supplier has, all of it. */
const having: Row['make'] = async (world) => {
  const { ids } = await pack(world);
  return { ids: { supplierId: ids!['supplierId']! } };
};

const priced: Row['make'] = async (world) => {
  const { ids } = await pack(world);
  const { skuId, ...own } = ids!;
  return { ids: own, body: { prices: [{ skuId, price: { amount: '2000', currency: 'CNY' } }] } };
};

/** Four hundred by four hundred, white. */
const picture: Row['make'] = async (world) => ({
  ...(await product(world)),
  body: await sharp({ create: { width: 400, height: 400, channels: 3, background: '#fff' } })
    .png()
    .toBuffer(),
  headers: { 'content-type': 'image/png' },
});

/** A change that is being written, and one that waits: its version is the listing's. */
const draftChange: Row['make'] = async (world) => {
  const made = await product(world);
  const { version } = await world.granted('supplier', `PUT ${LISTED_AT}/change`, { ...made, body: TAGLINE });
  return { ...made, version: version as number };
};

const waiting: Row['make'] = async (world) => {
  const made = await draftChange(world);
  const sent = await world.granted('supplier', `POST ${LISTED_AT}/change/submit`, made);
  return { ids: { id: (sent['change'] as { id: string }).id }, version: sent['version'] as number };
};

const OWN = '/suppliers/{supplierId}/products/{productId}' as const;
const PAPERS = '/admission/products/{supplierId}/{productId}/papers' as const;
const DOSSIERS = '/admission/dossiers/{id}' as const;
const RECOGNISING = '/admission/recognitions/{id}' as const;
const LISTING = '/admission/listings/{supplierId}/{productId}' as const;

/** Products of a supplier, their dossiers, listings and recognitions. */
export const productRows: readonly Row[] = [
  row('GET /suppliers/{supplierId}/products', "a supplier's products", OWNER, product),
  row('POST /suppliers/{supplierId}/products', "a supplier's products", OWNER, withBody(product, PRODUCT)),
  row(`GET ${OWN}`, 'a product', OWNER, product),
  row(`GET ${OWN}/dossier`, 'a draft', OWNER, product),
  row(`PUT ${OWN}/dossier`, 'a draft', OWNER, withBody(product, DOSSIER)),
  row(`PUT ${OWN}/dossier/facts`, 'a draft', OWNER, withBody(product, FACTS)),
  row(`POST ${OWN}/dossier/send`, 'a draft', OWNER, draftToSend),
  row(`GET ${OWN}/to-sell`, 'a product', [...OWNER, 'auditor', 'reviewer', 'operator'], product),
  row(`GET ${LISTED_AT}`, 'a listing', OWNER, product),
  row(`PUT ${LISTED_AT}/change`, 'a listing', OWNER, withBody(product, TAGLINE)),
  row(`POST ${LISTED_AT}/change/submit`, 'a change', OWNER, draftChange),
  row(`POST ${LISTED_AT}/change/cancel`, 'a change', OWNER, draftChange),
  row(`PUT ${OWN}/prices`, 'prices', OWNER, priced),
  row(
    `POST ${OWN}/packs`,
    'packs of a product',
    OWNER,
    withBody(product, { pack: '1kg', price: { amount: '3900', currency: 'CNY' } }),
  ),
  row(`PUT ${OWN}/packs/{skuId}`, 'a pack', OWNER, withBody(pack, { gtin: null, options: [] })),
  row(
    'PUT /suppliers/{supplierId}/delivery-areas',
    'where a supplier delivers to',
    OWNER,
    withBody(areas, { areas: ['310000'] }),
  ),
  row('GET /suppliers/{supplierId}/products/file', "a supplier's products", OWNER, having),
  row('GET /suppliers/{supplierId}/prices/file', "a supplier's prices", OWNER, having),
  row('GET /suppliers/{supplierId}/price-changes', "a supplier's waiting prices", OWNER, having),
  row('POST /suppliers/{supplierId}/price-changes/submit', "a supplier's waiting prices", OWNER, having),
  row('GET /suppliers/{supplierId}/stock', "a supplier's shelf", OWNER, having),
  row('GET /suppliers/{supplierId}/stock/file', "a supplier's shelf", OWNER, having),
  row('GET /suppliers/{supplierId}/stock/places', "a supplier's shelf", OWNER, async (world) => {
    const { ids } = await product(world);
    return { ids: { supplierId: ids!['supplierId']! }, query: `?product=${ids!['productId']!}` };
  }),
  row('POST /suppliers/{supplierId}/stock/{skuId}/moves', 'a pack on the shelf', OWNER, laidIn),
  row('GET /suppliers/{supplierId}/shipments/file', "a supplier's orders to send", OWNER, having),
  row('PUT /suppliers/{supplierId}/stock/{skuId}', 'a pack on the shelf', OWNER, withBody(shelf, { onHand: 12 })),
  row(`POST ${OWN}/pictures`, 'a picture', OWNER, picture),
  row(`GET ${CHANGES}`, 'a change that waits', [...OWNER, 'auditor', 'reviewer', 'operator'], waiting),
  row(`POST ${CHANGES}/confirm`, 'a change that waits', ['reviewer'], withBody(waiting, {})),
  row(
    `POST ${CHANGES}/request-changes`,
    'a change that waits',
    ['reviewer'],
    withBody(waiting, { message: '请写明海拔' }),
  ),
  row(`POST ${CHANGES}/reject`, 'a change that waits', ['reviewer'], withBody(waiting, { message: '与事实不符' })),
  row(`POST ${PAPERS}`, 'a product', OWNER, async (world) => ({ ...(await product(world)), ...PAPER })),
  row('GET /admission/papers/{fileId}', 'a paper kept', OWNER, async (world) => paperOf(world, await seller(world))),
  row('GET /admission/papers/{fileId}', 'a paper of what was sent', READERS, sentPaper),
  row(`GET ${DOSSIERS}`, 'a dossier', READERS, dossierOf),
  row(`GET ${DOSSIERS}/versions`, 'a dossier', READERS, dossierOf),
  row(`POST ${DOSSIERS}/approve`, 'a dossier', ['reviewer'], withBody(dossierOf, { items: PASSED, ...REASON })),
  row(`POST ${DOSSIERS}/request-corrections`, 'a dossier', ['reviewer'], withBody(dossierOf, CORRECTIONS)),
  row(`POST ${DOSSIERS}/reject`, 'a dossier', ['reviewer'], withBody(dossierOf, REASON)),
  row(`POST ${DOSSIERS}/withdraw`, 'a dossier', OWNER, withBody(dossierOf, REASON)),
  row(`GET ${LISTING}`, 'a listing', READERS, listed),
  row(`POST ${LISTING}/end`, 'a listing', [...OWNER, 'reviewer'], withBody(listed, REASON)),
  row(`GET ${RECOGNISING}`, 'a recognition', READERS, asked),
  row(`POST ${RECOGNISING}/resubmit`, 'a recognition sent back', OWNER, withBody(sentBack, RECOGNITION)),
  row(`POST ${RECOGNISING}/stamp`, 'a recognition', ['countyRevitalisation'], withBody(asked, STAMP)),
  row(
    `POST ${RECOGNISING}/stamp`,
    'a recognition by the other department',
    ['countyAgriculture'],
    withBody(asked, { ...STAMP, department: 'agriculture' }),
  ),
  row(
    `POST ${RECOGNISING}/publish`,
    'a stamped recognition',
    ['reviewer'],
    withBody(stamped, { opinion: '材料齐全，依据有效' }),
  ),
  row(
    `POST ${RECOGNISING}/request-corrections`,
    'a recognition',
    ['countyAgriculture', 'countyRevitalisation'],
    withBody(asked, CORRECTIONS),
  ),
  row(`POST ${RECOGNISING}/request-corrections`, 'a stamped one', ['reviewer'], withBody(stamped, CORRECTIONS)),
  row(
    `POST ${RECOGNISING}/reject`,
    'a recognition',
    ['countyAgriculture', 'countyRevitalisation'],
    withBody(asked, REASON),
  ),
  row(`POST ${RECOGNISING}/reject`, 'a stamped one', ['reviewer'], withBody(stamped, REASON)),
  row(`POST ${RECOGNISING}/withdraw`, 'a recognition', OWNER, withBody(asked, REASON)),
  row(`POST ${RECOGNISING}/revoke`, 'a recognised product', ['reviewer'], withBody(recognised, REASON)),
];
