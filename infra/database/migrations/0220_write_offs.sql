-- What a supplier that leaves is to give back and cannot pay is written off: proposed by one person of finance, approved by another, booked
-- with the approval, and a line of the supplier's last statement.
alter table settlement.adjustment
  drop constraint adjustment_kind_check,
  add constraint adjustment_kind_check check (kind in ('correction', 'lateRefund', 'writeOff')),
  drop constraint late_refunds_are_of_a_line,
  add constraint late_refunds_are_of_a_line check (kind <> 'lateRefund' or (line_id is not null and amount_fen < 0)),
  add constraint write_offs_are_of_no_line check (kind <> 'writeOff' or (line_id is null and about_statement_id is null and amount_fen > 0));

-- Also since when: what was written off before is of another exit.
create or replace view admission.exit_step_v as
  select exit.id as exit_id, exit.supplier_id, exit.state as exit_state, exit.deadline, step.step, step.state, step.why, exit.started_at
    from admission.exit_procedure exit join admission.exit_step step on step.exit_id = exit.id
   where exit.state <> 'cancelled';
