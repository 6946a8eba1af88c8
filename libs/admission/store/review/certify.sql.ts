import { statement } from '@xihuo/platform';
import type { ApplicationForm } from '../../rules/application/application-form';
import type { Held } from '../../rules/review/held';

export interface ToCertify {
  form: ApplicationForm;
  /** Admitted before: its particulars changed by this decision alone. */
  admitted: boolean;
  barred: boolean;
  barred_until: string | null;
  leaving: boolean;
}

/** What a certification needs to know of its supplier beside the application. An exit carried out before it applied is none. */
export const toCertify = statement<ToCertify>(
  'admission.to_certify',
  `select application.form,
          exists (select from admission.certification where supplier_id = application.supplier_id) as admitted,
          bar.id is not null as barred, bar.ends_on as barred_until,
          exists (select from admission.exit_procedure
                   where supplier_id = application.supplier_id and state = 'running')
            or exists (select from admission.measure
                        where supplier_id = application.supplier_id and kind = 'exit' and ended_at is null
                          and started_at >= application.created_at) as leaving
     from admission.application application
     left join lateral (
       select id, ends_on from admission.measure
        where supplier_id = application.supplier_id and kind = 'reAdmissionBar' and ended_at is null
          and (ends_on is null or ends_on >= $2)
        order by ends_on desc nulls first limit 1) bar on true
    where application.id = $1`,
);

/** Why a machine goes no further with one application, newest look first; null where it is not held. */
export const heldForOf = statement<{ held_faults: Held[] | null }>(
  'admission.held_for_of',
  `select held_faults from admission.public_notice
    where subject_kind = 'application' and subject_id = $1 and state = 'open' and held_at is not null`,
);
