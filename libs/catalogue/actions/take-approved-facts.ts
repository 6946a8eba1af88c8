import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { factsApproved, factsFixed, sameFacts, type Facts } from '../rules/product-facts';
import { isPerishable } from '../rules/regulation';
import { applyFacts, approvedFacts, type ApprovedFactsRow } from '../store/approved-facts.sql';
import type { OwnProduct } from './send-dossiers';

interface Change {
  readonly row: ApprovedFactsRow;
  readonly before: Facts;
  readonly after: Facts;
}

/**
 * Makes products what their approved dossiers say they are. It reads what is approved now, so that two approvals in whatever order
 * end in the last one, and the same again changes nothing. What has become others' too meanwhile stays as it is.
 */
export async function takeApprovedFacts(tx: Tx, products: readonly OwnProduct[]): Promise<void> {
  const keys = products.map(({ supplierId, productId }) => ({ supplier_id: supplierId, product_id: productId }));
  const changes = (await tx.sql(approvedFacts, [JSON.stringify(keys)])).flatMap(changeOf);
  if (changes.length === 0) return;
  const applied = await tx.sql(applyFacts, [JSON.stringify(changes.map(columnsOf))]);
  must(applied.length === changes.length, 'every product that was locked is changed');
  for (const { row, before, after } of changes) {
    tx.audit({
      action: 'product.facts',
      subjectKind: 'product',
      subjectId: row.product_id,
      before,
      after: { supplierId: row.supplier_id, ...after },
    });
  }
}

function changeOf(row: ApprovedFactsRow): Change[] {
  const after = factsApproved(row.approved);
  const before: Facts = {
    name: { zh: row.name_zh, en: row.name_en },
    ...{ category: row.category, regionCode: row.region_code, storage: row.storage },
    ...{ shelfLifeDays: row.shelf_life_days, scClass: row.sc_class },
  };
  const fixed = factsFixed({ shared: row.shared, giKinds: row.gi_kinds });
  return after === null || fixed !== null || sameFacts(before, after) ? [] : [{ row, before, after }];
}

function columnsOf({ row, after }: Change) {
  const { name, category, regionCode, storage, shelfLifeDays, scClass } = after;
  return {
    ...{ product_id: row.product_id, name_zh: name.zh, name_en: name.en, category, region_code: regionCode, storage },
    ...{ shelf_life_days: shelfLifeDays, sc_class: scClass, perishable: isPerishable(after) },
  };
}
