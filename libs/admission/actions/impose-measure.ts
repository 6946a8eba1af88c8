import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Actor, Tx } from '@xihuo/platform';
import { endMeasureRow, insertMeasure, isCertified } from '../store/measure.sql';

export type MeasureKind =
  'notice' | 'warning' | 'rectification' | 'productDelisting' | 'suspension' | 'exit' | 'reAdmissionBar';

export interface NewMeasure {
  supplierId: string;
  kind: MeasureKind;
  /** Only for a delisting: which product. */
  productId?: string;
  reason: string;
}

/** Machines may warn, hold and suspend; only people send a supplier out (design part 4). */
const ONLY_BY_PEOPLE: readonly MeasureKind[] = ['exit', 'reAdmissionBar'];

/** Imposes a measure. The right to sell is read live, so a suspension acts on the very next request. */
export async function imposeMeasure(tx: Tx, measure: NewMeasure): Promise<{ id: string }> {
  const { supplierId, kind, productId = null, reason } = measure;
  must((kind === 'productDelisting') === (productId !== null), 'a delisting, and nothing else, names a product');
  must(tx.actor.kind === 'person' || !ONLY_BY_PEOPLE.includes(kind), `only people decide on ${kind}`);
  if ((await tx.sql(isCertified, [supplierId])).length === 0) throw fail('NOT_FOUND');
  const [row] = await tx.sql(insertMeasure, [supplierId, kind, productId, reason, nameOf(tx.actor), tx.now]);
  must(row, 'the measure was written');
  tx.audit({
    action: 'measure.impose',
    subjectKind: 'supplier',
    subjectId: supplierId,
    after: { measureId: row.id, kind, productId, reason },
  });
  return row;
}

/** Lifts a measure that is open. */
export async function endMeasure(tx: Tx, measureId: string): Promise<void> {
  const [row] = await tx.sql(endMeasureRow, [measureId, tx.now]);
  if (!row) throw fail('NOT_FOUND');
  tx.audit({
    action: 'measure.end',
    subjectKind: 'supplier',
    subjectId: row.supplier_id,
    after: { measureId, kind: row.kind },
  });
}

function nameOf(actor: Actor): string {
  if (actor.kind === 'person') return `person:${actor.personId}`;
  must(actor.kind === 'system', 'a guest imposes nothing');
  return `system:${actor.name}`;
}
