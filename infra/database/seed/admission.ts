import { review, submitApplications } from '@xihuo/admission';
import { organisationIds } from './lookups';
import { productRows } from './products';
import type { SeedStep } from './step';
import { supplierRows, type SupplierRow } from './suppliers';
import type { Tx } from '@xihuo/platform';

type NewApplication = Parameters<typeof submitApplications>[1][number];

const REASON = '演示数据：机器可核对的条款均无不符；县级推荐、现场核查和公示未实际进行';

/** Applications wait with their findings; nobody who has a blocking one is let in. */
export const producers: SeedStep = {
  name: 'admission.producers',
  daysAgo: 45,
  run: (tx) => admit(tx, (supplier) => supplier.kind !== 'trader'),
};

/** After the producers: a trader sells by the mandate of somebody who is admitted. */
export const traders: SeedStep = {
  name: 'admission.traders',
  daysAgo: 40,
  run: (tx) => admit(tx, (supplier) => supplier.kind === 'trader'),
};

async function admit(tx: Tx, wanted: (supplier: SupplierRow) => boolean): Promise<void> {
  const organisations = await organisationIds(tx);
  const classOf = new Map(productRows().map(({ reference, scClass }) => [reference, scClass]));
  const applications = supplierRows()
    .filter(wanted)
    .map((row) => applicationOf(row, organisations.of(row.reference), classOf));
  const submitted = await submitApplications(tx, applications);
  await review.certifyApplications(tx, {
    ids: submitted.filter(({ blocked }) => !blocked).map(({ id }) => id),
    reason: REASON,
  });
}

/** What a supplier of the file hands in. */
export function applicationOf(
  row: SupplierRow,
  supplierId: string,
  classOf: ReadonlyMap<string, string | null>,
): NewApplication {
  return {
    supplierId,
    declared: {
      uscc: row.uscc,
      kind: row.kind,
      countyCode: row.countyCode,
      licenceValidUntil: row.licenceValidUntil,
      foodLicences: row.foodLicences,
      products: row.products.map((reference) => ({ reference, scClass: classOf.get(reference) ?? null })),
      linkage: row.linkage,
    },
    credit: row.credit,
    mandateOf: row.mandateOf,
  };
}
