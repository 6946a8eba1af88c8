import { statement } from '@xihuo/platform';

export const stepsDone = statement<{ step: string }>(
  'admission.watch_steps_done',
  'select step from admission.watch_round where day = $1',
);

/** Held until the step is done or given up. */
export const lockStep = statement(
  'admission.lock_watch_step',
  `select pg_advisory_xact_lock(hashtext('admission.watch.' || $1))`,
);

export const noteStep = statement(
  'admission.note_watch_step',
  'insert into admission.watch_round (day, step, found, done_at) values ($1, $2, $3, $4) on conflict do nothing',
);

/** Those whose last day has passed; $1 today. */
export const timedOut = statement<{ id: string }>(
  'admission.timed_out_measures',
  'select id from admission.measure where ended_at is null and ends_on < $1::date order by id limit $2 for update',
);

export const overdueExits = statement<{ id: string; supplier_name: string; county_code: string; deadline: string }>(
  'admission.overdue_exits',
  `select exit.id, supplier.name_zh as supplier_name, exit.county_code, exit.deadline
     from admission.exit_procedure exit join registry.organisation_v supplier on supplier.id = exit.supplier_id
    where exit.state = 'running' and exit.deadline < $1::date order by exit.id`,
);

/** Certifications that came within so many days of their end since the last round: a missed day is made up. $1 today, $2 days. */
export const endingCertifications = statement<{ supplier_id: string; valid_until: string; days: number }>(
  'admission.ending_certifications',
  `with last as (
     select coalesce(max(day), $1::date - 1) as day from admission.watch_round where step = 'reminders' and day < $1::date
   )
   select certification.supplier_id, certification.valid_until, min(threshold) as days
     from admission.certification
    cross join last
    cross join unnest($2::integer[]) as threshold
    where certification.valid_until >= $1::date and certification.valid_until - threshold between last.day + 1 and $1::date
    group by certification.supplier_id, certification.valid_until
    order by certification.supplier_id`,
);
