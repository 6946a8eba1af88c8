import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { pageOf, placeIn, type Tx } from '@xihuo/platform';
import { checkTexts } from '../../rules/listing/check-text';
import { textsIn } from '../../rules/listing/difference';
import { countiesOf, suppliersOf, type Decider } from '../../rules/listing/may-decide';
import { changeById, changePage } from '../../store/listing/change.sql';
import { changeEntry, TEXTS, type ChangeView } from '../../store/listing/views';
import { listingRow, viewOfChange, wordRules } from './read-listing';
import { chinese } from '../../words/chinese';

function deciderOf({ actor }: Tx): Decider {
  must(actor.kind === 'person', 'people read changes');
  return { personId: actor.personId, grants: actor.grants };
}

/** What waits, or what became of it, within jurisdiction and ownership. */
export async function listChanges(
  tx: Tx,
  { state, supplier, cursor, limit }: InputOf<'GET /catalogue/changes'>['query'],
): Promise<ResponseOf<'GET /catalogue/changes'>> {
  const decider = deciderOf(tx);
  const rules = await wordRules(tx);
  const rows = await tx.sql(changePage, [
    ...[countiesOf(decider), suppliersOf(decider)],
    ...[state, supplier ?? null, placeIn(cursor), limit + 1],
  ]);
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    (row) => changeEntry(row, checkTexts(rules, textsIn(row.fields, TEXTS), row.certificates, chinese)),
  );
}

/** @throws ProblemError NOT_FOUND outside of jurisdiction and ownership */
export async function readChange(tx: Tx, id: string): Promise<ChangeView> {
  const decider = deciderOf(tx);
  const [row] = await tx.sql(changeById, [countiesOf(decider), suppliersOf(decider), id]);
  if (!row) throw fail('NOT_FOUND');
  const listing = await listingRow(tx, { supplierId: row.supplier_id, productId: row.product_id });
  return viewOfChange(tx, row, { listing, rules: await wordRules(tx) });
}
