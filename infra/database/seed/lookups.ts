import { applications } from '@xihuo/admission';
import { must } from '@xihuo/kernel';
import { statement, type Tx, type Vault } from '@xihuo/platform';
import { readCsv } from './read-csv';

/** Ids that earlier steps were given, by the references of the files. */
export class Ids {
  constructor(
    private readonly kind: string,
    private readonly known: ReadonlyMap<string, string>,
  ) {}

  of(reference: string): string {
    const id = this.known.get(reference);
    must(id, `${this.kind} ${reference} was seeded by an earlier step`);
    return id;
  }
}

const organisations = statement<{ reference: string; id: string }>(
  'seed.organisations',
  'select reference, id from registry.organisation_v',
);
const products = statement<{ reference: string; id: string }>(
  'seed.products',
  'select reference, id from catalogue.product_v',
);
const households = statement<{ reference: string; id: string }>(
  'seed.households',
  'select reference, id from registry.household_v',
);

export async function organisationIds(tx: Tx): Promise<Ids> {
  return idsOf('organisation', await tx.sql(organisations));
}

export async function productIds(tx: Tx): Promise<Ids> {
  return idsOf('product', await tx.sql(products));
}

/** A household is known within its supplier, by what its ID number makes with the instance's key. */
export async function householdIds(tx: Tx, vault: Vault): Promise<Map<string, string>> {
  const suppliers = await organisationIds(tx);
  const known = new Map((await tx.sql(households)).map(({ reference, id }) => [reference, id]));
  return new Map(
    readCsv<'id' | 'supplier_id' | 'id_number_test'>('farmers-sample.csv').map((row) => {
      const reference = applications.householdReference(vault, suppliers.of(row.supplier_id), row.id_number_test);
      const id = known.get(reference);
      must(id, `household ${row.id} was linked by an earlier step`);
      return [row.id, id];
    }),
  );
}

function idsOf(kind: string, rows: readonly { reference: string; id: string }[]): Ids {
  return new Ids(kind, new Map(rows.map(({ reference, id }) => [reference, id])));
}
