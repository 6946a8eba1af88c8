import { statement } from '@xihuo/platform';

export const objectionsOfPerson = statement<{
  id: string;
  supplier: string;
  contact_sealed: Buffer;
  statement: string;
  state: string;
  at: Date;
  decision: string | null;
}>(
  'admission.objections_of_person',
  `select objection.id, supplier.name_zh as supplier, objection.contact_sealed, objection.statement, objection.state,
          objection.submitted_at as at, objection.decision
     from admission.objection
     join admission.public_notice notice on notice.id = objection.notice_id
     join registry.organisation_v supplier on supplier.id = notice.supplier_id
    where objection.person_id = $1 order by objection.id`,
);

export const commentsOfPerson = statement<{
  version: string;
  name: string;
  statement: string;
  at: Date;
  answer: string | null;
}>(
  'admission.comments_of_person',
  `select version, author_name as name, statement, commented_at as at, answer
     from admission.standard_comment where person_id = $1 order by id`,
);

/** What the public read beside a comment was the name given; what was said stays. */
export const forgetAuthors = statement(
  'admission.forget_authors',
  `update admission.standard_comment set author_name = '已注销' where person_id = any ($1::uuid[])`,
);
