import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export type FeedbackKind = (typeof machines.tracing.FEEDBACK_KINDS)[number];

export interface KeptFeedback {
  lot_id: string;
  lot_code: string;
  supplier_id: string;
  product_name: string;
}

export const insertFeedback = statement<KeptFeedback>(
  'trace.insert_feedback',
  `with kept as (
     insert into trace.lot_feedback (id, lot_id, supplier_id, kind, words, received_at)
     select $1, id, supplier_id, $3, $4, $5 from trace.lot where code = $2 returning lot_id
   )
   select lot.id as lot_id, lot.code as lot_code, lot.supplier_id, product.name_zh as product_name
     from kept join trace.lot on lot.id = kept.lot_id join catalogue.product_v product on product.id = lot.product_id`,
);

export interface FeedbackRow extends KeptFeedback {
  id: string;
  kind: FeedbackKind;
  words: string;
  received_at: Date;
  supplier_name: string;
  answer: string | null;
  answered_at: Date | null;
  dismissal: string | null;
  dismissed_at: Date | null;
}

const FEEDBACK = `
   select feedback.id, feedback.kind, feedback.words, feedback.received_at, lot.id as lot_id, lot.code as lot_code,
          feedback.supplier_id, supplier.name_zh as supplier_name, product.name_zh as product_name,
          answer.words as answer, answer.answered_at, dismissal.reason as dismissal, dismissal.dismissed_at
     from trace.lot_feedback feedback
     join trace.lot on lot.id = feedback.lot_id
     join catalogue.product_v product on product.id = lot.product_id
     join registry.organisation_v supplier on supplier.id = feedback.supplier_id
     left join trace.lot_feedback_answer answer on answer.feedback_id = feedback.id
     left join trace.lot_feedback_dismissal dismissal on dismissal.feedback_id = feedback.id`;

/**
 * Of the named suppliers; of all of them where the platform asks (null). $2 a kind, $3 a lot, $4 the place before, $6 only what has no
 * answer, $7 only these kinds.
 */
export const feedbackOf = statement<FeedbackRow>(
  'trace.feedback_of',
  `${FEEDBACK}
    where ($1::uuid[] is null or feedback.supplier_id = any ($1)) and ($2::text is null or feedback.kind = $2)
      and ($3::uuid is null or feedback.lot_id = $3) and ($4::uuid is null or feedback.id < $4)
      and (not $6::boolean or answer.feedback_id is null) and ($7::text[] is null or feedback.kind = any ($7))
    order by feedback.id desc limit $5`,
);

/** Of the named suppliers ($2), or of any of them (null). */
export const oneFeedback = statement<FeedbackRow>(
  'trace.one_feedback',
  `${FEEDBACK} where feedback.id = $1 and ($2::uuid[] is null or feedback.supplier_id = any ($2))`,
);

/** Nothing where there is an answer already. */
export const answerFeedback = statement<{ feedback_id: string }>(
  'trace.answer_feedback',
  `insert into trace.lot_feedback_answer (feedback_id, words, answered_by, answered_at) values ($1, $2, $3, $4)
   on conflict (feedback_id) do nothing returning feedback_id`,
);

export const dismissFeedback = statement<{ feedback_id: string }>(
  'trace.dismiss_feedback',
  `insert into trace.lot_feedback_dismissal (feedback_id, reason, dismissed_by, dismissed_at) values ($1, $2, $3, $4)
   on conflict (feedback_id) do nothing returning feedback_id`,
);

/** Whether of a lot ($1) anything was complained of on a day ($2) that still counts; $3 the kinds that are complaints. */
export const stillComplained = statement<{ counts: boolean }>(
  'trace.still_complained',
  `select exists (select from trace.lot_feedback feedback
                   where feedback.lot_id = $1 and (feedback.received_at at time zone 'Asia/Shanghai')::date = $2::date
                     and feedback.kind = any ($3::text[])
                     and not exists (select from trace.lot_feedback_dismissal gone where gone.feedback_id = feedback.id)) as counts`,
);

export const operators = statement<{ person_id: string }>(
  'trace.operators',
  `select distinct person_id from identity.role_grant_v where role = 'operator' order by person_id`,
);
