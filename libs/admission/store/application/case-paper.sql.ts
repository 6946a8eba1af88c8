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

/** Every paper that was ever handed in with an application, with the hash of its bytes; those taken back too. */
export const casePapers = statement<CasePaperRow>(
  'admission.case_papers',
  `select kind, name, pages, valid_until, uploaded_at, removed_at, encode(sha256, 'hex') as sha256
     from admission.document where application_id = $1 order by uploaded_at, id`,
);
