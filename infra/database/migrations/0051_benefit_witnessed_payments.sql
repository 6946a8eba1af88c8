-- A household without a phone signs for money on paper before a witness. And what was said of a payment or an objection stays
-- said: only how it stands may change.

alter table benefit.outside_payment
  drop constraint outside_payment_state_check,
  add constraint outside_payment_state_check
    check (state in ('recorded', 'witnessed', 'confirmed', 'contested', 'withdrawn', 'lapsed')),
  add witness_name text,
  add witness_role text check (witness_role in ('villageOfficer', 'countyOfficer', 'neighbour', 'other')),
  add witness_paper_id uuid references benefit.paper,
  add witnessed_on date,
  add stands_on date,
  add constraint outside_witness_whole check (state <> 'witnessed'
    or (witness_name is not null and witness_role is not null and witness_paper_id is not null and witnessed_on is not null
        and stands_on is not null));
create index outside_standing on benefit.outside_payment (stands_on) where state = 'witnessed';
create index contest_waiting on benefit.contest (answer_by) where state = 'open';

revoke update on benefit.outside_payment, benefit.contest from xihuo_app;
grant update (state, row_version, confirmed_at, contest_reason, contested_at, withdraw_reason, witness_name, witness_role,
  witness_paper_id, witnessed_on, stands_on) on benefit.outside_payment to xihuo_app;
grant update (state, row_version, answer_words, added_fen, answered_by, answered_side, answered_at, escalated_at)
  on benefit.contest to xihuo_app;
