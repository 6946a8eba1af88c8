import { fail } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { findingWords } from '../../rules/watch/finding';
import { certifiedSupplier, closeWatchCase, insertExitRequest, lockWatchCase } from '../../store/watch/case.sql';
import { MESSAGES } from '../../rules/watch/messages';
import { deciderOf } from '../review/open-case';
import type { ReviewKit } from '../review/review-kit';
import { tellInCharge } from '../watch/tell';
import { EXIT_REQUEST } from '../../store/watch/asked-to-leave';
import { notAtThisStep, ownSuppliers } from '../watch/open-matter';

/**
 * A supplier asks to leave. It is public for the legal days before anybody decides, and may be taken back until then.
 *
 * @throws ProblemError NOT_FOUND, EXIT_ASKED
 */
export async function askToLeave(
  tx: Tx,
  kit: ReviewKit,
  { supplierId, reason }: { supplierId: string; reason: string },
): Promise<{ caseId: string; noticeUntil: string }> {
  const owner = deciderOf(tx);
  const [supplier] = await tx.sql(certifiedSupplier, [supplierId]);
  if (!supplier || !ownSuppliers(owner).includes(supplierId)) throw fail('NOT_FOUND');
  const today = time.businessDate(tx.now);
  const noticeUntil = time.addDays(today, await policyOn(tx, 'admission.voluntaryExitNoticeDays', today));
  const facts = { code: 'exitAsked', values: { reason } } as const;
  const words = findingWords(facts);
  const [row] = await tx.sql(insertExitRequest, [
    ...[supplierId, supplier.county_code, JSON.stringify(facts), words.zh, words.en, `person:${owner.personId}`],
    ...[tx.now, today, noticeUntil],
  ]);
  if (!row) throw fail('EXIT_ASKED');
  tx.audit({
    action: 'exit.ask',
    subjectKind: 'supplier',
    subjectId: supplierId,
    after: { caseId: row.id, noticeUntil },
  });
  // What is decided on is the case: there is no exit before that.
  await tellInCharge(tx, kit, {
    ...{ countyCode: supplier.county_code, asked: [], key: `case.asked:${row.id}` },
    message: MESSAGES.leaveAsked({ supplier: supplier.supplier_name, until: noticeUntil }),
  });
  return { caseId: row.id, noticeUntil };
}

/** Takes the wish back before it is decided. @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP */
export async function takeBackLeaving(tx: Tx, caseId: string): Promise<{ caseId: string }> {
  tx.attempt({ action: 'exit.takeBack', subjectKind: 'case', subjectId: caseId });
  const owner = deciderOf(tx);
  const [row] = await tx.sql(lockWatchCase, [caseId]);
  if (!row || row.source_key !== EXIT_REQUEST || !ownSuppliers(owner).includes(row.supplier_id))
    throw fail('NOT_FOUND');
  if (row.state === 'closed') throw notAtThisStep(row.state);
  await tx.sql(closeWatchCase, [caseId, `person:${owner.personId}`, null, tx.now, '供应商撤回退出申请']);
  tx.audit({
    action: 'exit.takeBack',
    subjectKind: 'case',
    subjectId: caseId,
    before: { state: row.state },
    after: { state: 'closed' },
  });
  return { caseId };
}
