import { must } from '@xihuo/kernel';
import { statement, type Tx } from '@xihuo/platform';

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

export async function householdIds(tx: Tx): Promise<Ids> {
  return idsOf('household', await tx.sql(households));
}

function idsOf(kind: string, rows: readonly { reference: string; id: string }[]): Ids {
  return new Ids(kind, new Map(rows.map(({ reference, id }) => [reference, id])));
}
