import { fail, type InputOf, type Role } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import { limitRate, type Notices, type Tx, type Vault } from '@xihuo/platform';
import { jurisdictionOf } from '../../rules/jurisdiction';
import { mayLetIn, TEAMS, untilFault, type Acting } from '../../rules/team';
import { countyNamed } from '../../store/one-time.sql';
import { phoneIndex } from '../../store/identity-kit';
import { heldSeen, insertHeld } from '../../store/people.sql';
import { dutyHeld } from '../offers/duties-apart';
import { createPerson, linkPhone } from '../provision';
import { heldOf } from './view-people';

type Body = InputOf<'POST /people'>['body'];

interface Wanted {
  readonly displayName: string;
  readonly phone: string;
  readonly as: Exclude<Body['as'], { platform: unknown }>;
  readonly until: string | undefined;
}

interface Office {
  role: Role;
  organisationId: string | null;
  jurisdiction: string | null;
  /** As the SMS names it. */
  name: string;
  /** In whose place. */
  deputyFor: string | null;
}

const DAY_MS = 86_400_000;
const ROLE_NAMES: Partial<Record<Role, string>> = {
  countyAgriculture: '县农业农村部门',
  countyRevitalisation: '县乡村振兴部门',
};
/** Each sends an SMS to a phone that the caller names. */
const INVITATIONS = { name: 'people.letIn', most: 20, seconds: 86_400 };

/**
 * Lets somebody act who comes in by a code to their phone. They are always somebody new: whether the phone has an account already is told
 * to nobody, and whoever has several chooses at the sign-in. Whoever has a duty that this does not go with comes in by that phone as
 * before and no other way: an operator, who knows who works for the platform, is refused; others are answered as always, and the phone
 * itself is told.
 *
 * @throws ProblemError NOT_FOUND (not the caller's grant), FORBIDDEN (acts until a day, or names an office as no operator), INVALID_INPUT
 * (no such county, no day or one too late), RATE_LIMITED, DUTIES_APART (to operators)
 */
export async function letIn(
  tx: Tx,
  kit: { vault: Vault; notices: Pick<Notices, 'sms'> },
  acting: Acting,
  { displayName, phone, as, until }: Wanted,
): Promise<{ id: string }> {
  tx.attempt({ action: 'person.letIn', subjectKind: 'person', subjectId: acting.personId });
  const office = await officeOf(tx, acting, as);
  const byOperator = 'regionCode' in as;
  const days = until === undefined ? null : (Date.parse(until) - Date.parse(time.businessDate(tx.now))) / DAY_MS;
  const fault = untilFault(office.role, days, byOperator);
  if (fault !== null) throw fail.inField('INVALID_INPUT', 'until', FAULTS[fault]);
  if (office.deputyFor !== null && until === undefined) throw fail.inField('INVALID_INPUT', 'until', FAULTS.missing);
  const wanted = { role: office.role, personId: null, phone: phoneIndex(kit.vault, phone) };
  const duty = await dutyHeld(tx, wanted);
  if (byOperator && duty !== null) throw fail('DUTIES_APART', { extra: { duty } });
  await limitRate(tx, { ...INVITATIONS, of: acting.personId });
  const { id: personId } = await createPerson(tx, { displayName });
  const isApart = duty === null;
  if (isApart) await linkPhone(tx, kit.vault, { personId, phone });
  const [held] = await tx.sql(insertHeld, [
    ...[personId, office.role, office.organisationId, office.jurisdiction, tx.now, until ?? null],
    ...[office.deputyFor, acting.personId],
  ]);
  must(held, 'somebody new has no grant yet');
  const { role, organisationId, jurisdiction, deputyFor } = office;
  tx.audit({
    ...{ action: 'role.grant', subjectKind: 'person', subjectId: personId },
    after: { role, organisationId, jurisdiction, until: until ?? null, deputyFor },
  });
  const text = isApart
    ? invitation(displayName, office.name, until)
    : `${displayName}，有人邀请您代表“${office.name}”在西货工作台办事。您的手机号已另有岗位，两者不能由同一人担任，此邀请不生效。`;
  await kit.notices.sms(tx, { key: `let-in ${personId}`, phone, text });
  return { id: held.id };
}

const FAULTS = {
  missing: 'who is let into an office, or acts for another, acts until a day',
  outOfRange: 'from today on, 92 days at most in an office, 366 in an organisation',
};

async function officeOf(tx: Tx, acting: Acting, as: Wanted['as']): Promise<Office> {
  if ('regionCode' in as) {
    if (!acting.isOperator) throw fail('FORBIDDEN');
    if ((await tx.sql(countyNamed, [as.regionCode])).length === 0)
      throw fail.inField('INVALID_INPUT', 'as/regionCode', 'no such county');
    const jurisdiction = jurisdictionOf(as.regionCode);
    return { role: as.role, organisationId: null, jurisdiction, name: ROLE_NAMES[as.role]!, deputyFor: null };
  }
  const [own] = await tx.sql(heldSeen, [acting.personId, TEAMS, false, as.grantId]);
  if (own?.person_id !== acting.personId) throw fail('NOT_FOUND');
  if (!mayLetIn(heldOf(own))) throw fail('FORBIDDEN');
  return {
    ...{ role: own.role, organisationId: own.organisation_id, jurisdiction: own.jurisdiction },
    name: own.organisation_name ?? `${own.region_name ?? ''}${ROLE_NAMES[own.role] ?? ''}`,
    deputyFor: as.deputy ? acting.personId : null,
  };
}

const invitation = (name: string, office: string, until: string | undefined): string =>
  `${name}，您已可以代表“${office}”在西货工作台办事${until === undefined ? '' : `，至${time.dayInWords(until, 'zh')}`}。请用本手机号的验证码登录。`;
