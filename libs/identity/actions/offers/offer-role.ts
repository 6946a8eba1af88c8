import { fail, SECOND_FACTOR_ROLES, type InputOf } from '@xihuo/contract';
import { limitRate, newId, type Notices, type Tx, type Vault } from '@xihuo/platform';
import { jurisdictionOf } from '../../rules/jurisdiction';
import { TEAMS, type Acting } from '../../rules/team';
import { regionNamed } from '../../store/appoint.sql';
import { offerCell, phoneIndex } from '../../store/identity-kit';
import { insertOffer } from '../../store/offer.sql';
import { heldSeen, lockOperators } from '../../store/people.sql';
import { PLATFORM_ROLE_NAMES } from '../platform-role-names';
import { tellPeople } from '../tell-people';
import { mustBeNoColleague, mustNotActSo, mustStandApart } from './duties-apart';

type OfPlatform = Extract<InputOf<'POST /people'>['body']['as'], { platform: unknown }>;

/** Each may end in an SMS to a phone that the caller names. */
const OFFERS = { name: 'people.offer', most: 20, seconds: 86_400 };

/**
 * Proposes that somebody acts for the platform: somebody new by name and phone, or who does already in another role. Nothing is said to
 * them before another operator has confirmed it; the others are told.
 *
 * @throws ProblemError FORBIDDEN (no operator, or of oneself), NOT_FOUND (no such colleague), INVALID_INPUT (no such region, or a role
 * that has none; acts so already), DUTIES_APART, RATE_LIMITED
 */
export async function offerRole(
  tx: Tx,
  kit: { vault: Vault; notices: Pick<Notices, 'tellEach' | 'smsEach'> },
  acting: Acting,
  { platform: role, regionCode, colleague, reason }: OfPlatform,
  newcomer: { displayName: string; phone: string } | null,
): Promise<{ id: string }> {
  tx.attempt({ action: 'role.offer', subjectKind: 'person', subjectId: acting.personId });
  const operators = (await tx.sql(lockOperators)).map(({ person_id: personId }) => personId);
  if (!operators.includes(acting.personId)) throw fail('FORBIDDEN');
  const jurisdiction = regionCode === undefined ? null : await boundTo(tx, role, regionCode);
  const known = colleague === undefined ? null : await colleagueOf(tx, acting, colleague);
  const phone = newcomer && phoneIndex(kit.vault, newcomer.phone);
  await mustStandApart(tx, { role, personId: known?.personId ?? null, phone });
  if (phone) await mustBeNoColleague(tx, { phone, givers: [acting.personId] });
  if (known) await mustNotActSo(tx, { personId: known.personId, role, jurisdiction });
  await limitRate(tx, { ...OFFERS, of: acting.personId });
  const id = newId();
  const sealed = newcomer && kit.vault.seal(offerCell(id), newcomer.phone);
  await tx.sql(insertOffer, [
    ...[id, known?.personId ?? null, newcomer?.displayName ?? null, phone, sealed],
    ...[role, jurisdiction, reason, acting.personId, tx.now],
  ]);
  tx.audit({
    ...{ action: 'role.offer', subjectKind: 'roleOffer', subjectId: id },
    after: { role, jurisdiction, personId: known?.personId ?? null, reason },
  });
  await tellPeople(tx, kit, {
    personIds: operators.filter((personId) => personId !== known?.personId),
    key: `role offered ${id}`,
    about: `ending:${role}`,
    message: offered(role, known?.name ?? newcomer?.displayName ?? '', reason),
  });
  return { id };
}

async function boundTo(tx: Tx, role: OfPlatform['platform'], regionCode: string): Promise<string> {
  const bound = role === 'auditor' || role === 'reviewer';
  if (!bound || (await tx.sql(regionNamed, [regionCode])).length === 0)
    throw fail.inField('INVALID_INPUT', 'as/regionCode', 'no such region, or a role that has none');
  return jurisdictionOf(regionCode);
}

async function colleagueOf(tx: Tx, acting: Acting, grantId: string): Promise<{ personId: string; name: string }> {
  const [held] = await tx.sql(heldSeen, [acting.personId, TEAMS, true, grantId]);
  if (!held || !SECOND_FACTOR_ROLES.includes(held.role)) throw fail('NOT_FOUND');
  if (held.person_id === acting.personId) throw fail('FORBIDDEN');
  return { personId: held.person_id, name: held.name };
}

const offered = (role: OfPlatform['platform'], name: string, reason: string) => ({
  title: { zh: '有一项岗位任命待您复核', en: 'A role that is offered waits for a second operator' },
  body: {
    zh: `另一位运营提议由${name}担任平台的“${PLATFORM_ROLE_NAMES[role].zh}”岗位。原因：${reason}`,
    en: `Another operator proposes that ${name} acts for the platform (${PLATFORM_ROLE_NAMES[role].en}). Reason: ${reason}`,
  },
});
