import { fail } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { SUPPLIER_KINDS, type SupplierKind } from '../../rules/evidence';
import { standardOn } from '../../store/application.sql';
import { applicantOf, insertDraftApplication } from '../../store/application/file.sql';
import { mustHaveLeft } from '../exit/re-admission';
import { suppliersOf } from './own-file';

/**
 * Begins a draft for an organisation one acts for. One application at a time; and none while a bar on re-admission stands.
 *
 * @throws ProblemError NOT_FOUND, RE_ADMISSION_BARRED, EXIT_RUNNING, APPLICATION_OPEN
 */
export async function beginApplication(tx: Tx, supplierId: string): Promise<{ id: string }> {
  tx.attempt({ action: 'application.begin', subjectKind: 'supplier', subjectId: supplierId });
  must(tx.actor.kind === 'person', 'people apply');
  if (!suppliersOf(tx.actor.grants).includes(supplierId)) throw fail('NOT_FOUND');
  const [applicant] = await tx.sql(applicantOf, [supplierId]);
  if (!applicant || !isSupplierKind(applicant.kind)) throw fail('NOT_FOUND');
  const today = time.businessDate(tx.now);
  if (isBarred(applicant, today)) throw fail('RE_ADMISSION_BARRED', { extra: { until: applicant.barred_until } });
  await mustHaveLeft(tx, supplierId);
  const [standard] = await tx.sql(standardOn, [today]);
  must(standard, `no admission standard is in force on ${today}`);
  must(applicant.county_code, 'an organisation that may apply has its county');
  const [begun] = await tx.sql(insertDraftApplication, [
    ...[supplierId, applicant.kind, applicant.county_code, standard.version],
    ...[tx.now, tx.actor.personId],
  ]);
  if (!begun) throw fail('APPLICATION_OPEN');
  tx.audit({ action: 'application.begin', subjectKind: 'application', subjectId: begun.id, after: { supplierId } });
  return begun;
}

/** Also on the last day of the bar. */
export function isBarred(
  { barred, barred_until: until }: { barred: boolean; barred_until: string | null },
  today: string,
): boolean {
  return barred && (until === null || until >= today);
}

function isSupplierKind(kind: string): kind is SupplierKind {
  return (SUPPLIER_KINDS as readonly string[]).includes(kind);
}
