import { applications } from '@xihuo/admission';
import { must, time } from '@xihuo/kernel';
import { statement, type Tx } from '@xihuo/platform';
import { actingIn, Cast } from './cast';
import { organisationIds, type Ids } from './lookups';
import { newcomerHouseholds } from './newcomers';
import { productRows } from './products';
import { readCsv } from './read-csv';
import type { FarmerRow } from './season';
import { specimen } from './specimen';
import type { SeedKit } from './step';
import type { SupplierRow } from './suppliers';

type Form = Parameters<typeof applications.save>[1]['form'];
type Household = Parameters<typeof applications.linkHouseholds>[3][number];

/** The wording the invented households agreed to. */
const CONSENT_TEXT_VERSION = 'demo-1';
/** Years a mandate is given for. */
const MANDATE_DAYS = 730;

export const applicationNow = statement<{ id: string; row_version: number; state: string }>(
  'seed.application_now',
  'select id, row_version, state from admission.application where supplier_id = $1 order by id desc limit 1',
);
const mandateNow = statement<{ id: string; row_version: number }>(
  'seed.mandate_now',
  'select id, row_version from admission.mandate where application_id = $1 order by id desc limit 1',
);

export async function sceneOfApplying(tx: Tx) {
  return { cast: await Cast.of(tx), organisations: await organisationIds(tx), farmers: farmersBySupplier() };
}

/** Suppliers apply as their clerks would: a draft, the form, papers, households with their consent, handed in. */
export async function apply(tx: Tx, kit: SeedKit, suppliers: readonly SupplierRow[]): Promise<void> {
  const scene = await sceneOfApplying(tx);
  for (const row of suppliers) {
    const clerk = actingIn(tx)(scene.cast.clerk(row.reference));
    const id = await fillIn(clerk, kit, { row, ...scene });
    if (row.mandateOf !== null) await askMandate(tx, kit, { row, id, ...scene });
    const [now] = await tx.sql(applicationNow, [scene.organisations.of(row.reference)]);
    await applications.submit(clerk, kit, { id, version: now!.row_version });
    await openAccount(tx, scene.organisations.of(row.reference), row);
  }
}

/** What `payment` does within the minute: the institution opens an account in the name of the licence, and says so. */
export async function openAccount(tx: Tx, supplierId: string, { nameZh }: SupplierRow): Promise<void> {
  const payment = tx.as({ kind: 'system', name: 'payment.reportMerchants' }, tx.requestId);
  await applications.reportMerchantState(payment, { supplierId, state: 'active', accountName: nameZh });
}

interface Filing {
  readonly row: SupplierRow;
  readonly organisations: Ids;
  readonly farmers: ReadonlyMap<string, FarmerRow[]>;
  /** Stops half-way: a form without its last steps, and no papers. */
  readonly unfinished?: boolean;
}

/** A draft with all that goes into it. */
export async function fillIn(
  clerk: Tx,
  kit: SeedKit,
  { row, organisations, farmers, unfinished = false }: Filing,
): Promise<string> {
  const supplierId = organisations.of(row.reference);
  const { id } = await applications.begin(clerk, supplierId);
  const form = formOf(row);
  const { subject, products } = form;
  await applications.save(clerk, { id, version: 1, form: unfinished ? { subject, products } : form });
  if (unfinished) return id;
  for (const { kind, title, lines } of papersOf(row)) {
    await applications.keepPaper(clerk, kit.files, { id, kind, name: `${title}.pdf` }, specimen(title, lines));
  }
  const households = (farmers.get(row.reference) ?? newcomerHouseholds(row.reference)).map((farmer) =>
    householdOf(farmer, clerk),
  );
  if (households.length > 0) {
    await applications.linkHouseholds(clerk, kit.vault, await applications.lockForLinking(clerk, id), households);
  }
  return id;
}

/** A producer who is not admitted cannot give a mandate: then the paper alone was handed in, and is found wanting. */
async function askMandate(
  tx: Tx,
  kit: SeedKit,
  { row, id, cast, organisations }: { row: SupplierRow; id: string; cast: Cast; organisations: Ids },
): Promise<void> {
  const as = actingIn(tx);
  const producerId = organisations.of(row.mandateOf!);
  const [producer] = await tx.sql(applicationNow, [producerId]);
  if (producer?.state !== 'certified') return;
  const validUntil = time.addDays(time.businessDate(tx.now), MANDATE_DAYS);
  await applications.askForMandate(as(cast.clerk(row.reference)), kit.notices, id, { producerId, validUntil });
  const [asked] = await tx.sql(mandateNow, [id]);
  must(asked, `the mandate of ${row.reference} was asked for`);
  await applications.answerForMandate(as(cast.clerk(row.mandateOf!)), kit, {
    ...{ id: asked.id, version: asked.row_version, answer: 'confirm' },
  });
}

function farmersBySupplier(): ReadonlyMap<string, FarmerRow[]> {
  const bySupplier = new Map<string, FarmerRow[]>();
  for (const farmer of readCsv<keyof FarmerRow>('farmers-sample.csv')) {
    const known = bySupplier.get(farmer.supplier_id);
    if (known) known.push(farmer);
    else bySupplier.set(farmer.supplier_id, [farmer]);
  }
  return bySupplier;
}

function householdOf(farmer: ReturnType<typeof newcomerHouseholds>[number], { now }: Tx): Household {
  return {
    ...{ displayName: farmer.name, countyCode: farmer.county_code, village: farmer.village },
    model: farmer.linkage_model,
    householdKind: farmer.household_kind,
    idNumber: farmer.id_number_test,
    bankCard: farmer.bank_card_test,
    consent: { givenOn: time.businessDate(now), textVersion: CONSENT_TEXT_VERSION, how: 'signature' },
  };
}

const products = new Map(productRows().map((row) => [row.reference, row]));

function formOf(row: SupplierRow): Form {
  return {
    subject: {
      ...{ kind: row.kind, nameZh: row.nameZh, nameEn: row.nameEn, uscc: row.uscc, countyCode: row.countyCode },
      ...{ address: row.address, legalRepresentative: row.legalRepresentative, establishedOn: row.establishedOn },
      ...{ licenceValidUntil: row.licenceValidUntil, licenceWithoutTerm: row.licenceValidUntil === null },
    },
    licences: { foodLicences: row.foodLicences, operationLicence: '' },
    products: row.products.map((reference) => {
      const { nameZh: name, category, scClass } = products.get(reference)!;
      return { reference, name, category, scClass, originCode: row.countyCode };
    }),
    linkage: {
      models: row.linkage.models as NonNullable<Form['linkage']>['models'],
      description: `与本地 ${row.linkage.households} 户农户建立利益联结，签有书面协议（示例）`,
    },
    capacity: {
      ...{ annualKg: row.products.length * 120_000, shipWithinHours: 24 * (1 + (Number(row.reference.slice(1)) % 3)) },
      months: [...new Set(row.products.flatMap((reference) => products.get(reference)!.harvestMonths))].sort(
        (a, b) => a - b,
      ),
      note: '',
    },
    undertakings: { truthful: true, noPenalty: true, publication: true },
  };
}

type Kind = Parameters<typeof applications.keepPaper>[2]['kind'];

function papersOf(row: SupplierRow): { kind: Kind; title: string; lines: string[] }[] {
  const until = row.licenceValidUntil === null ? 'without term' : `valid until ${row.licenceValidUntil}`;
  return [
    {
      kind: 'businessLicence',
      title: 'Business licence',
      lines: [row.nameEn, `Unified social credit code ${row.uscc}`, `Established ${row.establishedOn}`, until],
    },
    ...row.foodLicences.map(({ number, validUntil }) => ({
      kind: 'foodProductionLicence' as const,
      title: `Food production licence ${number}`,
      lines: [row.nameEn, `Licence ${number}`, `valid until ${validUntil}`],
    })),
    ...(row.linkage.households === 0
      ? []
      : [
          {
            kind: 'linkageAgreement' as const,
            title: 'Agreements with farm households',
            lines: [row.nameEn, `${row.linkage.households} households`, row.linkage.models.join(', ')],
          },
        ]),
    ...(row.mandateOf === null
      ? []
      : [
          {
            kind: 'mandate' as const,
            title: 'Mandate of a producer',
            lines: [row.nameEn, `on behalf of ${row.mandateOf}`],
          },
        ]),
  ];
}
