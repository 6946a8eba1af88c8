import { statement } from '@xihuo/platform';

export interface WatchPaperRow {
  file_id: string;
  sha256: string;
  pages: number;
  uploaded_at: Date;
}

/** Papers of the supplier that a case rests on. $1 their files. */
export const watchPapers = statement<WatchPaperRow>(
  'admission.watch_papers',
  `select file_id, encode(sha256, 'hex') as sha256, pages, uploaded_at from admission.supplier_paper
    where file_id = any ($1::uuid[]) order by uploaded_at, file_id`,
);

/** Who imposed each measure of a case, and who decided on the appeal against it; a machine has no name. $1 the case. */
export const handsOfCase = statement<{ measure_id: string; imposed: string | null; decided: string | null }>(
  'admission.hands_of_case',
  `select measure.id as measure_id, imposer.display_name as imposed, judge.display_name as decided
     from admission.measure
     left join admission.appeal on appeal.measure_id = measure.id
     left join identity.person_v imposer on measure.imposed_by = 'person:' || imposer.id
     left join identity.person_v judge on judge.id = appeal.decided_by
    where measure.case_id = $1`,
);
