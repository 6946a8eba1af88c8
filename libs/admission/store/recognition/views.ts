import type { ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import type { Decider } from '../../rules/four-eyes';
import { recognitionRefusal, type RecognitionAction, type RecognitionMatter } from '../../rules/recognition/may-decide';
import type { NoticeRow } from '../review/notice.sql';
import { noticeView } from '../review/views';
import type { RecognitionFileRow, RecognitionRow } from './recognition.sql';

type Public = ResponseOf<'GET /recognitions/{id}'>;
type View = ResponseOf<'GET /admission/recognitions/{id}'>;

export function publicRecognition(row: RecognitionRow): Public {
  return {
    id: row.id,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    product: { id: row.product_id, name: row.product_name, category: row.category },
    county: { code: row.county_code, name: row.county_name, provinceName: row.province_name },
    state: row.state,
    issuer: { kind: row.issuer_kind, name: row.issuer_name },
    scheme: row.scheme,
    certificateNumber: row.certificate_number,
    stampedBy: row.stamp_department,
    stampedOn: row.stamped_at === null ? null : time.businessDate(row.stamped_at),
    evidence: row.evidence.map(({ kind, reference }) => ({ kind, reference })),
    recognisedOn: row.recognised_on,
    validUntil: row.valid_until,
    endedOn: row.ended_at === null ? null : time.businessDate(row.ended_at),
    reason: row.reason,
  };
}

const ACTIONS: readonly RecognitionAction[] = [
  'stamp',
  'publish',
  'requestCorrections',
  'reject',
  'withdraw',
  'resubmit',
  'revoke',
];

export function recognitionView(row: RecognitionFileRow, notices: readonly NoticeRow[], decider: Decider): View {
  return {
    ...publicRecognition(row),
    version: row.row_version,
    dossierId: row.dossier_id,
    dossierVersion: row.dossier_version,
    files: row.evidence,
    submittedBy: row.submitted_name ?? '',
    submittedAt: row.submitted_at.toISOString(),
    stamp:
      row.stamped_at === null
        ? null
        : {
            by: row.stamped_name ?? '',
            department: row.stamp_department!,
            sealNumber: row.stamp_number ?? '',
            opinion: row.stamp_opinion ?? '',
            at: row.stamped_at.toISOString(),
          },
    check:
      row.checked_at === null
        ? null
        : { by: row.checked_name ?? '', opinion: row.check_opinion ?? '', at: row.checked_at.toISOString() },
    corrections: row.corrections ?? [],
    notices: notices.map(noticeView),
    actions: ACTIONS.map((action) => {
      const why = recognitionRefusal(action, recognitionMatter(row), decider);
      return { action, allowed: why === null, why };
    }),
  };
}

export function recognitionMatter(row: RecognitionFileRow): RecognitionMatter {
  return {
    state: row.state,
    supplierId: row.supplier_id,
    countyCode: row.county_code,
    submittedBy: row.submitted_by,
    stampedBy: row.stamped_by,
    checkedBy: row.checked_by,
  };
}
