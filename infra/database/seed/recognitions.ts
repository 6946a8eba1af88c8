import { products } from '@xihuo/admission';
import { must } from '@xihuo/kernel';
import { statement, type Tx } from '@xihuo/platform';
import { actingIn, Cast, type Department } from './cast';
import type { SeedKit, SeedStep } from './step';

interface Offer {
  supplier_id: string;
  supplier_reference: string;
  product_id: string;
  product_reference: string;
  county_name: string;
}

const offered = statement<Offer>(
  'seed.offered',
  `select distinct on (supplier.reference, sku.product_reference)
          sku.supplier_id, supplier.reference as supplier_reference, sku.product_id, sku.product_reference,
          county.name as county_name
     from catalogue.sku_v sku
     join registry.organisation_v supplier on supplier.id = sku.supplier_id
     join registry.region_v county on county.code = supplier.county_code
    order by supplier.reference, sku.product_reference`,
);

interface Recognition {
  id: string;
  row_version: number;
  county_code: string;
  supplier_id: string;
  product_id: string;
}

const recognitionsIn = statement<Recognition>(
  'seed.recognitions_in',
  `select id, row_version, county_code, supplier_id, product_id from admission.recognition where state = $1 order by id`,
);
const editionNow = statement<{ number: number; row_version: number }>(
  'seed.edition_now',
  `select number, row_version from admission.catalogue_edition where state = 'draft'`,
);

/** Every fourth product is not asked for: a catalogue of everything recommends nothing. */
const NOT_ASKED_EVERY = 4;
/** Those asked for last are still on their way when the demo begins. */
const WAITING = 3;

type Issuer = Pick<
  Parameters<typeof products.askRecognition>[2],
  'issuerKind' | 'issuerName' | 'scheme' | 'certificateNumber'
>;

function issuerOf({ county_name }: Offer, at: number): Issuer {
  return at % 5 === 0
    ? {
        ...{ issuerKind: 'association', issuerName: '示例消费帮扶促进会', scheme: '示例消费帮扶产品认定办法' },
        certificateNumber: `示促认〔2026〕${String(at).padStart(3, '0')}`,
      }
    : { issuerKind: 'county', scheme: `${county_name}消费帮扶产品认定办法（示例）` };
}

async function ask(tx: Tx, kit: SeedKit, part: 'early' | 'late'): Promise<void> {
  const cast = await Cast.of(tx);
  const wanted = (await tx.sql(offered)).filter((_, at) => at % NOT_ASKED_EVERY !== 0);
  const chosen = part === 'early' ? wanted.slice(0, -WAITING) : wanted.slice(-WAITING);
  for (const [at, offer] of chosen.entries()) {
    const { supplier_id: supplierId, product_id: productId, supplier_reference: supplier } = offer;
    await products.askRecognition(actingIn(tx)(cast.clerk(supplier)), kit, {
      ...{ supplierId, productId },
      ...issuerOf(offer, at),
      evidence: [
        { kind: 'linkageProof', reference: `示例收购合同-${supplier}-${offer.product_reference}`, fileId: null },
      ],
    });
  }
}

/** The county's seal; the two departments take turns. */
async function stampUpTo(tx: Tx, kit: SeedKit, most = Number.POSITIVE_INFINITY): Promise<void> {
  const cast = await Cast.of(tx);
  const waiting = (await tx.sql(recognitionsIn, ['submitted'])).slice(0, most);
  for (const [at, { id, row_version: version, county_code: county }] of waiting.entries()) {
    const department: Department = at % 3 === 0 ? 'agriculture' : 'revitalisation';
    await products.stamp(actingIn(tx)(cast.officer(county, department)), kit, {
      ...{ id, version, department },
      sealNumber: `示例认〔2026〕${String(at + 1).padStart(3, '0')}`,
      opinion: '产地与帮扶属性属实，同意盖章。',
    });
  }
}

async function checkUpTo(tx: Tx, kit: SeedKit, most = Number.POSITIVE_INFINITY): Promise<void> {
  const cast = await Cast.of(tx);
  const stamped = (await tx.sql(recognitionsIn, ['countyStamped'])).slice(0, most);
  for (const [at, { id, row_version: version }] of stamped.entries()) {
    await products.publish(actingIn(tx)(cast.reviewer(at)), kit, {
      id,
      version,
      opinion: '认定主体、依据和材料齐全有效。',
    });
  }
}

async function recogniseAfterNotice(tx: Tx, kit: SeedKit): Promise<void> {
  const machine = tx.as({ kind: 'system', name: 'recogniseDue' }, tx.requestId);
  for (let due = 1; due > 0;) due = await products.recogniseDue(machine, kit);
}

const NO_NOTE = { zh: '', en: '' };

async function firstEdition(tx: Tx, kit: SeedKit): Promise<void> {
  const cast = await Cast.of(tx);
  await products.draftEdition(actingIn(tx)(cast.operator(0)), {
    title: { zh: '消费帮扶产品推荐目录（第一期）', en: 'Recommended catalogue, edition 1' },
    note: NO_NOTE,
  });
  await publishDraft(tx, kit, cast);
}

/** Some weeks later: one mark was taken away, one product is left out by the editor; each leaves with its reason. */
async function secondEdition(tx: Tx, kit: SeedKit): Promise<void> {
  const cast = await Cast.of(tx);
  const editor = actingIn(tx)(cast.operator(0));
  const title = { zh: '消费帮扶产品推荐目录（第二期）', en: 'Recommended catalogue, edition 2' };
  await products.draftEdition(editor, { title, note: NO_NOTE });
  const [draft] = await tx.sql(editionNow);
  const [leftOut] = await tx.sql(recognitionsIn, ['recognised']);
  await products.editEdition(editor, {
    ...{ number: draft!.number, version: draft!.row_version, title, note: NO_NOTE },
    exclusions: [
      {
        supplierId: leftOut!.supplier_id,
        productId: leftOut!.product_id,
        reason: '产品换季停产，供应商申请本期暂不收录',
      },
    ],
  });
  await publishDraft(tx, kit, cast);
}

async function publishDraft(tx: Tx, kit: SeedKit, cast: Cast): Promise<void> {
  const [draft] = await tx.sql(editionNow);
  must(draft, 'an edition is being made');
  const { number, row_version: version } = draft;
  await products.publishEdition(actingIn(tx)(cast.operator(1)), kit, { number, version });
}

/** By a reviewer who did not check it. */
async function revokeOne(tx: Tx, kit: SeedKit): Promise<void> {
  const cast = await Cast.of(tx);
  const [, taken] = await tx.sql(recognitionsIn, ['recognised']);
  must(taken, 'something is recognised');
  await products.revoke(actingIn(tx)(cast.reviewer(CHECKED_SECOND + 1)), kit, {
    ...{ id: taken.id, version: taken.row_version },
    reason: '复核发现原料产地变更，与认定材料不符，撤销认定。',
  });
}

/** The second in line was checked by the reviewer of this number. */
const CHECKED_SECOND = 1;

export const recognitions: readonly SeedStep[] = [
  { name: 'recognitions.asked', daysAgo: 54, run: (tx, kit) => ask(tx, kit, 'early') },
  { name: 'recognitions.stamped', daysAgo: 52, run: (tx, kit) => stampUpTo(tx, kit) },
  { name: 'recognitions.checked', daysAgo: 50, run: (tx, kit) => checkUpTo(tx, kit) },
  { name: 'recognitions.recognised', daysAgo: 30, run: recogniseAfterNotice },
  { name: 'editions.first', daysAgo: 28, run: firstEdition },
];

export const laterRecognitions: readonly SeedStep[] = [
  { name: 'recognitions.revoked', daysAgo: 10, run: revokeOne },
  { name: 'recognitions.late', daysAgo: 6, run: (tx, kit) => ask(tx, kit, 'late') },
  { name: 'recognitions.lateStamped', daysAgo: 5, run: (tx, kit) => stampUpTo(tx, kit, WAITING - 1) },
  { name: 'recognitions.lateChecked', daysAgo: 4, run: (tx, kit) => checkUpTo(tx, kit, 1) },
  { name: 'editions.second', daysAgo: 3, run: secondEdition },
];
