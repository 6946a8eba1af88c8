import { statement } from '@xihuo/platform';

export interface CasePaperRow {
  kind: string;
  name: string;
  pages: number;
  valid_until: string | null;
  uploaded_at: Date;
  removed_at: Date | null;
  sha256: string;
}

/** Every paper that stood in a round that was handed in, with the hash of its bytes; those taken back since too. */
export const casePapers = statement<CasePaperRow>(
  'admission.case_papers',
  `select kind, name, pages, valid_until, uploaded_at, removed_at, encode(sha256, 'hex') as sha256
     from admission.document paper
    where application_id = $1 and exists (
            select from admission.submission handed_in
             where handed_in.application_id = $1 and handed_in.submitted_at >= paper.uploaded_at
               and (paper.removed_at is null or paper.removed_at > handed_in.submitted_at))
    order by uploaded_at, id`,
);
