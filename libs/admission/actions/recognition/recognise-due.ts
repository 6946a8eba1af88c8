import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { yearsLater } from '../../rules/years-later';
import {
  dueRecognitions,
  lapseRecognitions,
  recogniseRow,
  supersedeRecognition,
} from '../../store/recognition/recognition.sql';
import { closeNotice } from '../../store/review/notice.sql';
import { tellSupplier } from '../product/tell-supplier';
import type { ReviewKit } from '../review/review-kit';

/** How many one transaction takes. */
export const AT_ONCE = 50;
const BY = 'system:recognition';

/** Recognises what was before the public long enough and has no objection unanswered. */
export async function recogniseDue(tx: Tx, kit: ReviewKit): Promise<number> {
  const today = time.businessDate(tx.now);
  const due = await tx.sql(dueRecognitions, [today, AT_ONCE]);
  if (due.length === 0) return 0;
  const validUntil = yearsLater(today, await policyOn(tx, 'admission.recognitionYears', today));
  for (const row of due) {
    await tx.sql(supersedeRecognition, [row.id, BY, tx.now]);
    await tx.sql(recogniseRow, [row.id, today, validUntil]);
    await tx.sql(closeNotice, [row.id, 'passed', tx.now, 'recognition']);
    tx.audit({
      action: 'recognition.recognise',
      subjectKind: 'recognition',
      subjectId: row.id,
      before: { state: 'publicNotice' },
      after: { state: 'recognised', validUntil },
    });
    const others = [row.stamped_by, row.checked_by];
    await tellSupplier(tx, kit, { about: row, message: 'recognised', until: validUntil, others });
  }
  return due.length;
}

/** Ends recognitions whose term is over. The mark was gone with the day: this puts it on the record and tells people. */
export async function lapseDue(tx: Tx, kit: ReviewKit): Promise<number> {
  const rows = await tx.sql(lapseRecognitions, [time.businessDate(tx.now), tx.now, AT_ONCE]);
  for (const row of rows) {
    tx.audit({
      action: 'recognition.lapse',
      subjectKind: 'recognition',
      subjectId: row.id,
      before: { state: 'recognised' },
      after: { state: 'lapsed', validUntil: row.valid_until },
    });
    await tellSupplier(tx, kit, { about: row, message: 'recognitionLapsed', until: row.valid_until });
  }
  return rows.length;
}
