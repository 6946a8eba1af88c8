import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { insertPublicNotice } from '../../store/review/notice.sql';
import { move, type OpenCase } from './open-case';
import { tellConcerned } from './tell';
import type { ReviewKit } from './review-kit';

export interface NewNotice {
  readonly subjectKind: 'application' | 'recognition';
  readonly subjectId: string;
  readonly supplierId: string;
  readonly countyCode: string;
  readonly statement: { readonly zh: string; readonly en: string };
  readonly today: string;
}

/** Puts something before the public, for as many working days as the rules say, beginning with tomorrow. */
export async function openPublicNotice(tx: Tx, notice: NewNotice): Promise<{ id: string; endsOn: string }> {
  const { subjectKind, subjectId, supplierId, countyCode, statement, today } = notice;
  const days = await policyOn(tx, 'admission.noticeWorkingDays', today);
  const [row] = await tx.sql(insertPublicNotice, [
    ...[subjectKind, subjectId, supplierId, countyCode],
    ...[statement.zh, statement.en, today, days, tx.now],
  ]);
  must(row, 'the notice was written');
  tx.audit({
    action: 'publicNotice.open',
    subjectKind,
    subjectId,
    after: { noticeId: row.id, endsOn: row.ends_on },
  });
  return { id: row.id, endsOn: row.ends_on };
}

/** An application that two reviewers approved, for everybody to object to. */
export async function publishNotice(tx: Tx, kit: ReviewKit, { row, today }: OpenCase): Promise<void> {
  await move(tx, row, 'publish');
  const { endsOn } = await openPublicNotice(tx, {
    subjectKind: 'application',
    subjectId: row.id,
    supplierId: row.supplier_id,
    countyCode: row.county_code,
    statement: {
      zh: `${row.supplier_name}（${row.county_name}）经县级两部门推荐、平台两名审核员分别审核，拟准入为本平台供应商，依据《准入标准》${row.standard_version}。`,
      en: `${row.supplier_name} (${row.county_name}) was recommended by two departments of its county and approved by two reviewers; it is about to be admitted as a supplier under standard ${row.standard_version}.`,
    },
    today,
  });
  await tellConcerned(tx, kit, { about: row, message: 'published', until: endsOn });
}
