import { randomUUID } from 'node:crypto';
import { products } from '@xihuo/admission';
import { sendDossiers } from '@xihuo/catalogue';
import { dossiers } from '@xihuo/contract';
import { COUNTY, openReviewDesk, type Person, type ReviewDesk } from './review-desk';
import type { Field } from './field';

/** What reviewers tick of a product under the standard of the desk. */
export const PRODUCT_CHECKLIST = ['P04', 'P05', 'P06', 'P12'];

export interface Seller {
  supplierId: string;
  productId: string;
  /** Acts for the supplier. */
  clerk: Person;
}

/** A review desk with admitted suppliers that have products to be judged. */
export interface ProductDesk extends ReviewDesk {
  /** Admitted, with one product that has a pack at a price, and no dossier yet. */
  seller(wanted?: { priceFen?: bigint; productId?: string; countyCode?: string }): Promise<Seller>;
  /** A dossier that machines find nothing against, sent down. */
  sent(seller: Seller, form?: Partial<dossiers.DossierForm>): Promise<string>;
  /** Approved by a reviewer of its own. */
  approved(seller: Seller): Promise<string>;
  dossierVersion(id: string): Promise<number>;
  recognitionVersion(id: string): Promise<number>;
  /** Asked for, stamped, checked, before the public long enough; the clock moves on. */
  recognised(seller: Seller): Promise<string>;
  asked(seller: Seller): Promise<string>;
  maySell(seller: Seller): Promise<boolean>;
}

export async function openProductDesk(field?: Field): Promise<ProductDesk> {
  const review = await openReviewDesk(field);
  await review.rows(POLICIES);
  await review.rows(LISTED, [COUNTY]);
  await review.rows(
    `insert into admission.standard (version, published_on, effective_from, criteria, source)
     values ('test-products', '2020-01-01', '2020-03-01', $1, 'test')`,
    [JSON.stringify(CRITERIA)],
  );
  const desk: ProductDesk = {
    ...review,
    seller: (wanted = {}) => seller(desk, wanted),
    sent: (of, form = {}) => sent(desk, of, form),
    approved: (of) => approved(desk, of),
    dossierVersion: (id) => desk.count('select row_version from admission.product_dossier where id = $1', [id]),
    recognitionVersion: (id) => desk.count('select row_version from admission.recognition where id = $1', [id]),
    asked: (of) => asked(desk, of),
    recognised: (of) => recognised(desk, of),
    maySell: async ({ supplierId, productId }) =>
      (
        await desk.rows<{ for_sale: boolean }>(
          'select for_sale from catalogue.offer_v where supplier_id = $1 and product_id = $2',
          [supplierId, productId],
        )
      )[0]?.for_sale ?? false,
  };
  return desk;
}

const CRITERIA = [
  ['P04', ['testReport@1']],
  ['P05', ['origin@1']],
  ['P06', ['peerPrice@1']],
  ['P12', ['afterSale@1']],
].map(([id, checks]) => ({
  ...{ id, checks, subject: 'product', kind: 'blocking', providedBy: 'supplier' },
  ...{ nameZh: id, nameEn: id, source: 'test' },
}));

const POLICIES = `
  insert into registry.policy (key, value, effective_from, source) values
    ('admission.testReportMonths', '12', '2020-01-01', 'test'),
    ('admission.peerToleranceBp', '2000', '2020-01-01', 'test'),
    ('admission.annualValueFen', '50000000', '2020-01-01', 'test'),
    ('admission.recognitionYears', '3', '2020-01-01', 'test')
  on conflict do nothing`;

const LISTED = `
  insert into registry.listed_county (list, region_code, in_programme, effective_from, source)
  values ('povertyExitCounty', $1, true, '2020-01-01', 'test')`;

async function seller(
  desk: ProductDesk,
  { priceFen = 1_990n, productId, countyCode }: { priceFen?: bigint; productId?: string; countyCode?: string },
): Promise<Seller> {
  const { id, supplierId, submitter } = await desk.application(countyCode === undefined ? {} : { countyCode });
  await desk.rows(`update admission.application set state = 'certified' where id = $1`, [id]);
  await desk.rows(
    `insert into admission.certification (supplier_id, application_id, certified_on, valid_until)
     values ($1, $2, '2020-01-01', '2099-01-01')`,
    [supplierId, id],
  );
  const product = productId ?? (await newProduct(desk));
  await desk.rows(
    `insert into catalogue.sku (product_id, supplier_id, pack, net_grams, price_fen) values ($1, $2, '500g', 500, $3)`,
    [product, supplierId, priceFen],
  );
  return { supplierId, productId: product, clerk: submitter };
}

async function newProduct({ rows }: Field): Promise<string> {
  const id = randomUUID();
  await rows(
    `insert into catalogue.product (id, reference, slug, name_zh, name_en, description_zh, description_en, category,
                                    region_code, harvest_months, storage, perishable)
     values ($1::uuid, $1::text, 'p-' || $1::text, '示例苹果' || left($1::text, 4), 'Example apple', '', '', 'fruit', $2, '{9}',
             'ambient', false)`,
    [id, COUNTY],
  );
  return id;
}

async function sent(
  desk: ProductDesk,
  { supplierId, productId }: Seller,
  form: Partial<dossiers.DossierForm>,
): Promise<string> {
  const [{ today } = { today: '' }] = await desk.rows<{ today: string }>(
    `select to_char(platform.business_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today`,
  );
  const complete = dossiers.dossierForm.parse({
    packaging: 'loose',
    producedInCounty: COUNTY,
    originEvidence: [{ kind: 'baseRecord', reference: '基地备案 12', fileId: null }],
    testReport: {
      number: 'T-1',
      laboratory: '示例检测',
      accredited: true,
      qualified: true,
      testedOn: today,
      fileId: null,
    },
    afterSale: { phone: '0911-1234567', returnAddress: '洛川县示例路1号', responseHours: 24 },
    ...form,
  });
  const [dossier] = await desk.does((tx) => sendDossiers(tx, [{ supplierId, productId, form: complete }]));
  return dossier!.id;
}

async function approved(desk: ProductDesk, of: Seller): Promise<string> {
  const id = await desk.sent(of);
  const reviewer = await desk.person('reviewer');
  const items = PRODUCT_CHECKLIST.map((criterion) => ({ criterion, result: 'pass' as const, note: '原件一致' }));
  const wanted = { id, version: await desk.dossierVersion(id), items, reason: '逐项核对完毕' };
  await desk.by(reviewer, (tx) => products.approveDossier(tx, desk, wanted));
  return id;
}

async function asked(desk: ProductDesk, { supplierId, productId, clerk }: Seller): Promise<string> {
  const wanted = {
    ...{ supplierId, productId, issuerKind: 'county' as const, scheme: '洛川县消费帮扶产品认定办法' },
    evidence: [{ kind: 'linkageProof' as const, reference: '收购合同 3 份', fileId: null }],
  };
  return (await desk.by(clerk, (tx) => products.askRecognition(tx, desk, wanted))).id;
}

async function recognised(desk: ProductDesk, of: Seller): Promise<string> {
  await desk.approved(of);
  const id = await desk.asked(of);
  const officer = await desk.person('countyRevitalisation', COUNTY);
  const stamped = { id, version: await desk.recognitionVersion(id), department: 'revitalisation' as const };
  await desk.by(officer, (tx) => products.stamp(tx, desk, { ...stamped, sealNumber: '洛乡振001', opinion: '属实' }));
  const reviewer = await desk.person('reviewer');
  const checked = { id, version: await desk.recognitionVersion(id), opinion: '材料齐全，依据有效' };
  await desk.by(reviewer, (tx) => products.publish(tx, desk, checked));
  // As if it had hung for its days: the clock is everybody's, and others are in the middle of theirs.
  await desk.rows(
    `update admission.public_notice set starts_on = starts_on - 30, ends_on = ends_on - 30 where subject_id = $1`,
    [id],
  );
  await desk.does((tx) => products.recogniseDue(tx, desk));
  return id;
}
