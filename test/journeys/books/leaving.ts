import { randomBytes, randomUUID } from 'node:crypto';
import type { RunningHouse } from '../running-house';

/** Every context says once more what of an exit is still open with it, each after those it waits for. */
export async function askEverybody(house: RunningHouse): Promise<void> {
  for (const context of ['ordering', 'dispute', 'benefit', 'settlement']) await house.wake(`${context}.answerExits`);
}

/** So many days later, with everybody at the console still signed in. */
export async function daysPass(house: RunningHouse, days: number): Promise<void> {
  await house.setClock(`${days} days`);
  await house.rows(
    `update identity.session set expires_at = platform.business_now() + interval '6 hours', last_seen_at = platform.business_now(),
            second_factor_at = case when second_factor_at is not null then platform.business_now() end where ended_at is null`,
  );
}

type Role = { role: 'supplier'; organisationId: string } | { role: 'farmer'; householdId: string };

/** Somebody new in a role, who is signed in; answers how they write. */
async function somebody(house: RunningHouse, as: Role) {
  const token = randomBytes(32).toString('base64url');
  const surface = as.role === 'supplier' ? 'console' : 'shop';
  await house.rows(
    `with person as (insert into identity.person (id, display_name, created_at) values (gen_random_uuid(), '示例', now()) returning id),
          granted as (insert into identity.role_grant (person_id, role, organisation_id, household_id, granted_at, granted_by)
            select id, $1, $2, $3, now(), 'test' from person)
     insert into identity.session (person_id, surface, token_hash, created_at, last_seen_at, expires_at, second_factor_at)
     select id, $4, sha256(convert_to($5, 'UTF8')), platform.business_now(), platform.business_now(),
            platform.business_now() + interval '6 hours', platform.business_now() from person`,
    [
      as.role,
      as.role === 'supplier' ? as.organisationId : null,
      as.role === 'farmer' ? as.householdId : null,
      ...[surface, token],
    ],
  );
  return async (path: string, body?: object, version?: number) => {
    const answer = await fetch(`${house.origin}/api/v1${path}`, {
      method: 'POST',
      headers: {
        ...{ surface, cookie: `__Host-xihuo-${surface}=${token}` },
        ...(body && { 'content-type': 'application/json' }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { version: number };
  };
}

/** The supplier pays in cash what it owes households and its village, and each says that it has the money. What it said of earlier payments it takes back. */
export async function duesArePaid(house: RunningHouse, supplierId: string): Promise<number> {
  const clerk = await somebody(house, { role: 'supplier', organisationId: supplierId });
  const said = await house.rows<{ id: string; version: number }>(
    `select id, row_version as version from benefit.outside_payment where supplier_id = $1 and state in ('recorded', 'witnessed', 'contested')`,
    [supplierId],
  );
  for (const { id, version } of said)
    await clerk(`/benefit/outside-payments/${id}/withdraw`, { reason: '退出前重新付清' }, version);
  const owed = await house.rows<Owed>(
    `with owed as (
       select payee_id, household_id, sum(open_fen) as fen, array_agg(id) as debts from benefit.obligation
        where supplier_id = $1 and open_fen > 0 group by payee_id, household_id
     ), paper as (
       insert into benefit.paper (file_id, supplier_id, household_id, sha256, pages, uploaded_by, uploaded_at)
       select gen_random_uuid(), $1, household_id, sha256(gen_random_uuid()::text::bytea), 1, payee_id, platform.business_now() from owed
       returning file_id, uploaded_by
     )
     select payee_id as payee, household_id is not null as "isHousehold", fen::text, debts, file_id as paper,
            (platform.business_now() at time zone 'Asia/Shanghai')::date::text as today
       from owed join paper on paper.uploaded_by = owed.payee_id`,
    [supplierId],
  );
  for (const { payee, isHousehold, fen, debts, today, paper } of owed) {
    const id = randomUUID();
    const { version } = await clerk('/benefit/outside-payments', {
      ...{ id, supplierId, amount: { amount: fen, currency: 'CNY' }, method: 'cash', paidOn: today, paperId: paper },
      ...{ obligationIds: debts, ...(isHousehold ? { householdId: payee } : { collectiveId: payee }) },
    });
    const role = isHousehold
      ? ({ role: 'farmer', householdId: payee } as const)
      : ({ role: 'supplier', organisationId: payee } as const);
    const whoIsPaid = await somebody(house, role);
    await whoIsPaid(`/me/outside-payments/${id}/confirm`, undefined, version);
  }
  return owed.length;
}

interface Owed {
  payee: string;
  isHousehold: boolean;
  fen: string;
  debts: string[];
  today: string;
  paper: string;
}
