import type { ResponseOf } from '@xihuo/contract';
import type { DocumentRow, FileRow, OwnApplicationRow } from './file.sql';
import type { MandateRow } from './mandate.sql';

type FileView = ResponseOf<'GET /admission/applications/{id}/file'>;
type OwnView = ResponseOf<'GET /me/applications'>['data'][number];
export type MandateView = ResponseOf<'GET /me/mandates'>['data'][number];

export function ownApplicationView(row: OwnApplicationRow): OwnView {
  return {
    id: row.id,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    kind: row.kind,
    county: { code: row.county_code, name: row.county_name, provinceName: row.province_name },
    state: row.state,
    savedAt: row.saved_at?.toISOString() ?? null,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decisionReason: row.decision_reason,
  };
}

export function documentView(row: DocumentRow): FileView['documents'][number] {
  return {
    id: row.id,
    kind: row.kind as FileView['documents'][number]['kind'],
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    pages: row.pages,
    validUntil: row.valid_until,
    uploadedAt: new Date(row.uploaded_at).toISOString(),
  };
}

interface Judged extends Pick<FileView, 'editable' | 'missing' | 'findings' | 'standard'> {
  readonly mandate: MandateRow | undefined;
}

export function fileView(row: FileRow, { editable, missing, findings, standard, mandate }: Judged): FileView {
  const byModel = row.households as FileView['households']['byModel'];
  return {
    id: row.id,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    state: row.state,
    round: row.review_round,
    standard,
    form: row.form,
    documents: row.documents.map(documentView),
    households: { count: byModel.reduce((sum, { count }) => sum + count, 0), byModel },
    mandate: mandate ? mandateView(mandate) : null,
    merchant: row.merchant,
    missing,
    findings,
    editable,
    correction: row.correction && {
      reason: row.correction.reason,
      fields: row.correction.fields,
      dueOn: row.correction.due_on,
    },
    savedAt: row.saved_at?.toISOString() ?? null,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    version: row.row_version,
  };
}

export function mandateView(row: MandateRow): MandateView {
  return {
    id: row.id,
    applicationId: row.application_id,
    trader: { id: row.trader_id, name: row.trader_name },
    producer: { id: row.producer_id, name: row.producer_name },
    state: row.state,
    validUntil: row.valid_until,
    askedAt: row.asked_at.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
    version: row.row_version,
  };
}
