import { statement } from '@xihuo/platform';

/** Whether a supplier is leaving: open orders and dues of its first time here are not settled. */
export const runningExit = statement<{ id: string }>(
  'admission.running_exit',
  `select id from admission.exit_procedure where supplier_id = $1 and state = 'running'`,
);

/** What a supplier has under way when it is sent out: begun by who it was until now. $1 supplier, $2 now, $3 who, $4 why. */
export const withdrawOpenApplications = statement<{ id: string; state: string }>(
  'admission.withdraw_open_applications',
  `with open as (
     select id, state from admission.application
      where supplier_id = $1 and state not in ('certified', 'rejected', 'withdrawn') order by id for update
   ), moved as (
     update admission.application application
        set state = 'withdrawn', decided_at = $2, decided_by = $3, decision_reason = $4, row_version = application.row_version + 1
       from open where application.id = open.id
   ), taken_down as (
     update admission.public_notice notice set state = 'withdrawn', closed_at = $2, row_version = notice.row_version + 1
       from open where notice.subject_kind = 'application' and notice.subject_id = open.id and notice.state = 'open'
   )
   select id, state from open`,
);

/** Its products are recognised by nobody any more either; what was recognised stays on the record. $1 to $4 as above. */
export const withdrawOpenRecognitions = statement<{ id: string; state: string }>(
  'admission.withdraw_open_recognitions',
  `with open as (
     select id, state from admission.recognition
      where supplier_id = $1 and state in ('submitted', 'countyStamped', 'publicNotice', 'correctionsRequested') order by id for update
   ), moved as (
     update admission.recognition recognition
        set state = 'withdrawn', ended_at = $2, ended_by = $3, reason = $4, corrections = null,
            row_version = recognition.row_version + 1
       from open where recognition.id = open.id
   ), taken_down as (
     update admission.public_notice notice set state = 'withdrawn', closed_at = $2, row_version = notice.row_version + 1
       from open where notice.subject_kind = 'recognition' and notice.subject_id = open.id and notice.state = 'open'
   )
   select id, state from open`,
);

/**
 * What an application that was begun after an exit ends once it is certified: the exit, and whatever stood against the supplier as
 * a whole when it left. A product's delisting stays: that product was not judged anew. $1 supplier, $2 application.
 */
export const endedByReAdmission = statement<{ id: string }>(
  'admission.ended_by_re_admission',
  `select older.id
     from admission.measure exit
     join admission.application application on application.id = $2 and application.created_at > exit.started_at
     join admission.measure older
       on older.supplier_id = exit.supplier_id and older.ended_at is null and older.started_at <= exit.started_at
      and older.kind in ('exit', 'suspension', 'rectification', 'warning', 'notice')
    where exit.supplier_id = $1 and exit.kind = 'exit' and exit.ended_at is null
    order by older.id`,
);
