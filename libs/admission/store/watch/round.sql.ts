import { statement } from '@xihuo/platform';

export const stepsDone = statement<{ step: string }>(
  'admission.watch_steps_done',
  'select step from admission.watch_round where day = $1',
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

/** Certifications that end in so many days; $1 today, $2 days. */
export const endingCertifications = statement<{ supplier_id: string; valid_until: string; days: number }>(
  'admission.ending_certifications',
  `select supplier_id, valid_until, valid_until - $1::date as days from admission.certification
    where valid_until = any(array(select $1::date + days from unnest($2::integer[]) as days)) order by supplier_id`,
);
