import { statement } from '@xihuo/platform';

export const insertFeedback = statement<{ lot_id: string }>(
  'trace.insert_feedback',
  `insert into trace.lot_feedback (id, lot_id, supplier_id, kind, words, received_at)
   select $1, id, supplier_id, $3, $4, $5 from trace.lot where code = $2 returning lot_id`,
);

export interface FeedbackRow {
  id: string;
  kind: 'good' | 'quality' | 'safety' | 'label' | 'other';
  words: string;
  received_at: Date;
  lot_id: string;
  lot_code: string;
  product_name: string;
}

/** Of the named suppliers; of all of them where the platform asks (null). */
export const feedbackOf = statement<FeedbackRow>(
  'trace.feedback_of',
  `select feedback.id, feedback.kind, feedback.words, feedback.received_at, lot.id as lot_id, lot.code as lot_code,
          product.name_zh as product_name
     from trace.lot_feedback feedback
     join trace.lot on lot.id = feedback.lot_id
     join catalogue.product_v product on product.id = lot.product_id
    where ($1::uuid[] is null or feedback.supplier_id = any ($1)) and ($2::text is null or feedback.kind = $2)
      and ($3::uuid is null or feedback.lot_id = $3) and ($4::uuid is null or feedback.id < $4)
    order by feedback.id desc limit $5`,
);
