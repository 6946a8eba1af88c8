-- What the page behind a code tells: where the goods of a lot came from, step by step, and what those who scanned it say.

-- From a lot to what was put into it; never a circle (trace refuses one).
create view trace.lot_source_v as
  select output.lot_id, input.lot_id as source_lot_id
    from trace.processing_output output join trace.processing_input input on input.processing_id = output.processing_id;
create view trace.lot_processing_v as
  select output.lot_id, processing.id, processing.kind, processing.performed_on, processing.input_grams,
         processing.output_grams, processing.lost_grams
    from trace.processing_output output join trace.processing on processing.id = output.processing_id;
create view trace.lot_packing_v as select lot_id, sku_id, packs, grams, packed_on from trace.packing;
create view trace.lot_own_output_v as select lot_id, grams, recorded_on from trace.own_output;

-- A few words from whoever holds the pack; nobody is asked who they are, so nothing here points at a person.
create table trace.lot_feedback (
  id uuid primary key,
  lot_id uuid not null references trace.lot,
  supplier_id uuid not null,
  kind text not null check (kind in ('good', 'quality', 'safety', 'label', 'other')),
  words text not null check (char_length(words) between 2 and 500),
  received_at timestamptz not null
);
create index lot_feedback_supplier on trace.lot_feedback (supplier_id, id desc);
create index lot_feedback_lot on trace.lot_feedback (lot_id, id desc);

grant select on trace.lot_source_v, trace.lot_processing_v, trace.lot_packing_v, trace.lot_own_output_v to xihuo_app, xihuo_auditor;
grant select, insert on trace.lot_feedback to xihuo_app;
grant select on trace.lot_feedback to xihuo_auditor;
