import { statement } from '@xihuo/platform';
import { STANDS } from './stands';

export interface DeletionRow {
  asked_at: Date;
  due_at: Date;
}

export const openDeletion = statement<DeletionRow>(
  'identity.open_deletion',
  `select asked_at, due_at from identity.account_deletion
    where person_id = $1 and taken_back_at is null and done_at is null`,
);

/** $1 person, $2 now, $3 due. Asked for twice, the first stands. */
export const askDeletion = statement<{ id: string }>(
  'identity.ask_deletion',
  `insert into identity.account_deletion (person_id, asked_at, due_at) values ($1, $2, $3)
   on conflict (person_id) where taken_back_at is null and done_at is null do nothing
   returning id`,
);

export const takeBackDeletion = statement<{ id: string }>(
  'identity.take_back_deletion',
  `update identity.account_deletion set taken_back_at = $2
    where person_id = $1 and taken_back_at is null and done_at is null returning id`,
);

/** $1 most. */
export const dueDeletions = statement<{ person_id: string }>(
  'identity.due_deletions',
  `select person_id from identity.account_deletion
    where due_at <= platform.business_now() and taken_back_at is null and done_at is null
    order by due_at, person_id limit $1`,
);

/** $1 person, $2 now. Locked, so that a wish is not taken back while it is being done; no row: it is no longer due. */
export const lockDueDeletion = statement<{ id: string }>(
  'identity.lock_due_deletion',
  `select id from identity.account_deletion
    where person_id = $1 and due_at <= $2 and taken_back_at is null and done_at is null for update skip locked`,
);

/** $1 hours. People who are asked for anew are not among them. */
export const deletedLately = statement<{ person_id: string }>(
  'identity.deleted_lately',
  `select person_id from identity.account_deletion done
    where done_at > platform.business_now() - make_interval(hours => $1)
      and not exists (select from identity.account_deletion wish
                       where wish.person_id = done.person_id and wish.taken_back_at is null and wish.done_at is null)
    order by done_at, person_id`,
);

/** $1 person, $2 when it is looked at again. */
export const putOffDeletion = statement(
  'identity.put_off_deletion',
  `update identity.account_deletion set due_at = $2
    where person_id = $1 and taken_back_at is null and done_at is null`,
);

export const markDeleted = statement(
  'identity.mark_deleted',
  `update identity.account_deletion set done_at = $2
    where person_id = $1 and taken_back_at is null and done_at is null`,
);

/** Of people, roles beside that of a buyer: who acts for others, or is a farmer, is more than an account of the shop. */
export const otherRoles = statement<{ person_id: string; what: 'roles'; count: number }>(
  'identity.other_roles',
  `select person_id, 'roles' as what, count(*)::integer as count from identity.role_grant
    where person_id = any ($1::uuid[]) and ${STANDS('role_grant')} and role <> 'consumer' group by person_id`,
);

/** What the name reads afterwards, wherever somebody is named. */
const NAMELESS = '已注销';

/**
 * Nothing leads to these people any more: no phone, password or authenticator, no open session, no role, no name. The row stays as a
 * number. Codes sent to their phones go too.
 */
export const forgetPeople = statement(
  'identity.forget_people',
  `with gone as (select unnest($1::uuid[]) as id),
   codes as (
     delete from identity.sms_code
      where phone_index in (select phone_index from identity.phone_link where person_id in (select id from gone))),
   phones as (delete from identity.phone_link where person_id in (select id from gone)),
   former as (delete from identity.former_phone where person_id in (select id from gone)),
   passwords as (delete from identity.credential where person_id in (select id from gone)),
   authenticators as (delete from identity.totp_secret where person_id in (select id from gone)),
   wishes as (delete from identity.preference where person_id in (select id from gone)),
   lists as (delete from identity.desk_list where person_id in (select id from gone)),
   sessions as (update identity.session set ended_at = $2 where person_id in (select id from gone) and ended_at is null),
   roles as (
     update identity.role_grant set ended_at = $2, ended_by = $3 where person_id in (select id from gone) and ended_at is null)
   update identity.person set display_name = '${NAMELESS}', disabled_at = coalesce(disabled_at, $2)
    where id in (select id from gone)`,
);

export const personOf = statement<{ display_name: string; created_at: Date }>(
  'identity.person_of',
  'select display_name, created_at from identity.person where id = $1',
);

export const phoneOfPerson = statement<{ phone_sealed: Buffer }>(
  'identity.phone_of_person',
  'select phone_sealed from identity.phone_link where person_id = $1',
);

export const rolesOfPerson = statement<{ role: string; since: Date; until: Date | null }>(
  'identity.roles_of_person',
  `select role, granted_at as since, least(ended_at, until) as until from identity.role_grant where person_id = $1 order by id`,
);

export const loginOfPerson = statement<{ login: string }>(
  'identity.login_of_person',
  'select login from identity.credential where person_id = $1',
);

export const formerPhonesOfPerson = statement<{ phone_sealed: Buffer; replaced_at: Date }>(
  'identity.former_phones_of_person',
  'select phone_sealed, replaced_at from identity.former_phone where person_id = $1 order by replaced_at',
);

export const deletionsOfPerson = statement<{
  asked_at: Date;
  due_at: Date;
  taken_back_at: Date | null;
  done_at: Date | null;
}>(
  'identity.deletions_of_person',
  'select asked_at, due_at, taken_back_at, done_at from identity.account_deletion where person_id = $1 order by id',
);
