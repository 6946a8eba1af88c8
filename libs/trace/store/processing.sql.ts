import type { ResponseOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

type View = ResponseOf<'GET /supplier/processings/{id}'>;

/** One act at a time for each supplier: two at once could close a circle that neither of them sees. */
export const holdProcessing = statement(
  'trace.hold_processing',
  `select pg_advisory_xact_lock(hashtextextended('trace.processing ' || $1::text, 0))`,
);

/** Of the wanted lots, those that any of the others was made of, through all steps: to put into them what came of them is a circle. */
export const circleAmong = statement<{ lot_id: string }>(
  'trace.circle_among',
  `with recursive source (lot_id) as (
     select unnest($1::uuid[])
     union
     select went.lot_id from source
       join trace.processing_output made on made.lot_id = source.lot_id
       join trace.processing_input went on went.processing_id = made.processing_id
   )
   select lot_id from source where lot_id = any ($2::uuid[]) limit 1`,
);

export const insertProcessing = statement<{ id: string }>(
  'trace.insert_processing',
  `insert into trace.processing (id, supplier_id, kind, performed_on, note, input_grams, output_grams, lost_grams, recorded_at, recorded_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing returning id`,
);

export const insertInputs = statement(
  'trace.insert_inputs',
  `insert into trace.processing_input (processing_id, lot_id, grams)
   select $1, lot_id, grams from unnest($2::uuid[], $3::bigint[]) as item (lot_id, grams)`,
);

export const insertOutputs = statement(
  'trace.insert_outputs',
  `insert into trace.processing_output (processing_id, lot_id, grams)
   select $1, lot_id, grams from unnest($2::uuid[], $3::bigint[]) as item (lot_id, grams)`,
);

export const insertProcessingLosses = statement(
  'trace.insert_processing_losses',
  `insert into trace.processing_loss (processing_id, reason, grams)
   select $1, reason, sum(grams) from unnest($2::text[], $3::bigint[]) as item (reason, grams) group by reason`,
);

/** Takes the inputs out of their lots and puts the outputs into theirs; the lots are held already. */
export const moveThrough = statement(
  'trace.move_through',
  `update trace.lot set processed_grams = processed_grams + moved.went, received_grams = received_grams + moved.came
     from (select lot_id, sum(went) as went, sum(came) as came
             from (select lot_id, grams as went, 0::bigint as came from unnest($1::uuid[], $2::bigint[]) as input (lot_id, grams)
                   union all select lot_id, 0, grams from unnest($3::uuid[], $4::bigint[]) as output (lot_id, grams)) part
            group by lot_id) moved where lot.id = moved.lot_id`,
);

export interface ProcessingRow {
  id: string;
  supplier_id: string;
  kind: View['kind'];
  performed_on: string;
  note: string | null;
  input_grams: bigint;
  output_grams: bigint;
  inputs: View['inputs'];
  outputs: View['outputs'];
  losses: View['losses'];
}

const partsOf = (
  table: string,
) => `(select coalesce(jsonb_agg(jsonb_build_object('lotId', part.lot_id, 'lotCode', lot.code,
            'productName', product.name_zh, 'grams', part.grams) order by lot.code), '[]')
       from trace.${table} part join trace.lot on lot.id = part.lot_id join catalogue.product_v product on product.id = lot.product_id
      where part.processing_id = processing.id)`;

const SELECT = `
  select processing.id, processing.supplier_id, processing.kind, processing.performed_on, processing.note, processing.input_grams,
         processing.output_grams, ${partsOf('processing_input')} as inputs, ${partsOf('processing_output')} as outputs,
         (select coalesce(jsonb_agg(jsonb_build_object('reason', reason, 'grams', grams) order by reason), '[]')
            from trace.processing_loss loss where loss.processing_id = processing.id) as losses
    from trace.processing`;

export const processingsOf = statement<ProcessingRow>(
  'trace.processings_of',
  `${SELECT} where processing.supplier_id = any ($1::uuid[])
      and ($2::uuid is null
           or exists (select from trace.processing_input part where part.processing_id = processing.id and part.lot_id = $2)
           or exists (select from trace.processing_output part where part.processing_id = processing.id and part.lot_id = $2))
      and ($3::uuid is null or processing.id < $3)
    order by processing.id desc limit $4`,
);

export const processingOf = statement<ProcessingRow>(
  'trace.processing_of',
  `${SELECT} where processing.id = $1 and processing.supplier_id = any ($2::uuid[])`,
);
