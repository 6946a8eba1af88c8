import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Notices, Tx, Vault } from '@xihuo/platform';
import { offerSteps } from '../../rules/offers';
import type { Acting } from '../../rules/team';
import { offerCell } from '../../store/identity-kit';
import { decideOffer, offerOpen, type OfferRow } from '../../store/offer.sql';
import { insertHeld, lockOperators } from '../../store/people.sql';
import { PLATFORM_ROLE_NAMES } from '../platform-role-names';
import { createPerson, linkPhone } from '../provision';
import { tellPeople } from '../tell-people';
import { mustBeNoColleague, mustNotActSo, mustStandApart } from './duties-apart';

interface Kit {
  readonly vault: Vault;
  readonly notices: Pick<Notices, 'sms' | 'tellEach' | 'smsEach'>;
}

/**
 * Takes back, refuses or confirms what was offered. Confirmed, somebody new is made and told by SMS, and a colleague acts so from their
 * next request on. Whoever proposed it is told what became of it.
 *
 * @returns false where there is no open offer of that id, or none the caller sees
 * @throws ProblemError FORBIDDEN (by the same, or for oneself), DUTIES_APART (by now)
 */
export async function stepOffer(
  tx: Tx,
  kit: Kit,
  acting: Acting,
  { id, step, reason }: { id: string; step: string; reason: string },
): Promise<boolean> {
  if (!acting.isOperator) return false;
  const operators = (await tx.sql(lockOperators)).map(({ person_id: personId }) => personId);
  const [offer] = await tx.sql(offerOpen, [id]);
  if (!offer || !operators.includes(acting.personId)) return false;
  const may: readonly string[] = offerSteps(
    { proposedBy: offer.proposed_by, personId: offer.person_id },
    acting.personId,
  );
  if (!may.includes(step)) throw fail('FORBIDDEN');
  const given = step === 'confirm' ? await give(tx, kit, offer, acting.personId) : null;
  const [decided] = await tx.sql(decideOffer, [
    ...[id, given ? 'given' : 'withdrawn', acting.personId, tx.now],
    ...[given?.grantId ?? null, given?.personId ?? null],
  ]);
  must(decided, 'what is offered is decided once, under the lock');
  const { role } = offer;
  tx.audit({ action: `role.${step}Offer`, subjectKind: 'roleOffer', subjectId: id, after: { role, reason } });
  await tellPeople(tx, kit, {
    personIds: [offer.proposed_by],
    key: `role offer decided ${id}`,
    about: `ending:${role}`,
    message: given ? confirmed(offer, reason) : refused(offer, reason),
  });
  return true;
}

async function give(tx: Tx, kit: Kit, offer: OfferRow, by: string): Promise<{ grantId: string; personId: string }> {
  const { role, jurisdiction, name, phone_sealed: sealed } = offer;
  await mustStandApart(tx, { role, personId: offer.person_id, phone: offer.phone_index });
  if (offer.phone_index) await mustBeNoColleague(tx, { phone: offer.phone_index, givers: [offer.proposed_by, by] });
  if (offer.person_id) await mustNotActSo(tx, { personId: offer.person_id, role, jurisdiction });
  const personId = offer.person_id ?? (await createPerson(tx, { displayName: name })).id;
  const phone = sealed && kit.vault.open(offerCell(offer.id), sealed);
  if (phone !== null) await linkPhone(tx, kit.vault, { personId, phone });
  const [held] = await tx.sql(insertHeld, [personId, role, null, jurisdiction, tx.now, null, null, by]);
  must(held, 'a role is given to whoever does not have it');
  tx.audit({ action: 'role.grant', subjectKind: 'person', subjectId: personId, after: { role, jurisdiction } });
  const office = PLATFORM_ROLE_NAMES[role]!;
  if (phone === null)
    await tellPeople(tx, kit, {
      personIds: [personId],
      key: `role given ${offer.id}`,
      about: 'roles:own',
      message: {
        title: { zh: '您担任了新的岗位', en: 'You act in one more role' },
        body: {
          zh: `您从现在起担任平台的“${office.zh}”岗位。`,
          en: `You act for the platform as ${office.en} from now on.`,
        },
      },
    });
  else
    await kit.notices.sms(tx, {
      ...{ key: `role given ${offer.id}`, phone },
      text: `${name}，您已被任命为西货平台“${office.zh}”。请用本手机号的验证码登录工作台，并凭运营当面告知的启用码绑定动态口令，14 天内有效。`,
    });
  return { grantId: held.id, personId };
}

const confirmed = ({ name, role }: OfferRow, reason: string) => ({
  title: { zh: '您提议的岗位任命已确认', en: 'The role you proposed was given' },
  body: {
    zh: `${name}已担任平台的“${PLATFORM_ROLE_NAMES[role]!.zh}”岗位。${reason}`,
    en: `${name} acts for the platform as ${PLATFORM_ROLE_NAMES[role]!.en}. ${reason}`,
  },
});

const refused = ({ name, role }: OfferRow, reason: string) => ({
  title: { zh: '您提议的岗位任命未获同意', en: 'The role you proposed was refused' },
  body: {
    zh: `${name}不担任平台的“${PLATFORM_ROLE_NAMES[role]!.zh}”岗位。原因：${reason}`,
    en: `${name} does not act for the platform as ${PLATFORM_ROLE_NAMES[role]!.en}. Reason: ${reason}`,
  },
});
