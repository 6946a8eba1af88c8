-- Several people of one household may work under its agreement on the same day: each has days of their own.

alter table benefit.work_record
  -- Who worked; null is the head, with whom the agreement is.
  add worker text check (worker = btrim(worker) and length(worker) between 2 and 20),
  drop constraint work_overlap,
  -- Nobody's day is worked twice under one agreement.
  add constraint work_overlap exclude using gist
    (agreement_id with =, (coalesce(worker, '')) with =, daterange(worked_from, worked_on, '[]') with &&)
    where (state not in ('corrected', 'withdrawn'));
