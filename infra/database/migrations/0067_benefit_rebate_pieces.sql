-- Which piece of what came from a delivery a rebate is for, so that it is put right with the delivery: a weight that turns out smaller
-- cuts the pieces beyond it. What that comes to stands apart from what went back to buyers: both are off, one of what the other leaves.

alter table benefit.rebate
  add corrected_fen bigint not null default 0 check (corrected_fen >= 0);

-- Of the worth of one delivery in one sale, from here to there; agreements take it in their order, none twice. Fractions of a fen.
create table benefit.rebate_piece (
  obligation_id uuid not null references benefit.rebate,
  sale_id uuid not null,
  root_id uuid not null,
  from_fen numeric(38, 12) not null check (from_fen >= 0),
  upto_fen numeric(38, 12) not null,
  primary key (obligation_id, root_id, from_fen),
  foreign key (sale_id, root_id) references benefit.sale_part,
  check (upto_fen >= from_fen)
);
create index rebate_piece_part on benefit.rebate_piece (sale_id, root_id);
create index sale_part_root on benefit.sale_part (root_id);

-- Of rebates reckoned so far, where only one can have had it.
insert into benefit.rebate_piece (obligation_id, sale_id, root_id, from_fen, upto_fen)
select min(obligation.id::text)::uuid, part.sale_id, part.root_id, 0, part.owed_fen
  from benefit.sale_part part
  join benefit.rebate on rebate.sale_id = part.sale_id
  join benefit.obligation on obligation.id = rebate.obligation_id and obligation.lot_id = part.lot_id
   and exists (select from benefit.coverage join trace.confirmed_delivery_v known on known.id = coverage.delivery_id
                where known.root_id = part.root_id and coverage.agreement_id = obligation.agreement_id)
 where part.owed_fen > 0
 group by part.sale_id, part.root_id having count(*) = 1;

grant select, insert on benefit.rebate_piece to xihuo_app;
grant update (upto_fen) on benefit.rebate_piece to xihuo_app;
grant update (corrected_fen) on benefit.rebate to xihuo_app;
grant select on benefit.rebate_piece to xihuo_auditor;
