-- A household without a phone objects through whoever it told: the sheet it signed is kept, and who wrote it down. Work may be
-- witnessed once it is entered; then the day it was signed is not the day it was entered.
alter table benefit.work_record
  add witnessed_on date,
  add contest_paper_id uuid references benefit.paper,
  add contested_by uuid;
alter table benefit.outside_payment
  add contest_paper_id uuid references benefit.paper,
  add contested_by uuid,
  -- The debts that were named, in order; null: whichever are open. What is sent again names the same.
  add named_debts uuid[];
alter table benefit.contest
  add paper_id uuid references benefit.paper,
  add opened_by uuid;
grant update (contest_paper_id, contested_by) on benefit.outside_payment to xihuo_app;
