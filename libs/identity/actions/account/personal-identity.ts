import type { NamedKeeping } from '@xihuo/platform';
import { consentsOf, preferencesOf } from '../../store/consent.sql';
import { deskListsOf } from '../../store/desk.sql';
import {
  deletionsOfPerson,
  forgetPeople,
  formerPhonesOfPerson,
  loginOfPerson,
  otherRoles,
  personOf,
  phoneOfPerson,
  rolesOfPerson,
} from '../../store/deletion.sql';
import { phoneCell } from '../../store/identity-kit';
import { openSessionsOf } from '../../store/session.sql';

/**
 * Who somebody is. Consents stay: that there was one has to be shown as long as what was done by it can be asked about (PIPL art. 69);
 * they name a number alone.
 */
export const personalIdentity: Omit<NamedKeeping, 'name'> = {
  async tell(where, vault, personId) {
    const [[person], [phone], [credential], former, roles, sessions, consents, [preferences], lists, deletions] =
      await Promise.all([
        where.read(personOf, [personId]),
        where.read(phoneOfPerson, [personId]),
        where.read(loginOfPerson, [personId]),
        where.read(formerPhonesOfPerson, [personId]),
        where.read(rolesOfPerson, [personId]),
        where.read(openSessionsOf, [personId]),
        where.read(consentsOf, [personId, null]),
        where.read(preferencesOf, [personId]),
        where.read(deskListsOf, [personId]),
        where.read(deletionsOfPerson, [personId]),
      ]);
    const opened = ({ phone_sealed: sealed }: { phone_sealed: Buffer }) => vault.open(phoneCell(personId), sealed);
    return {
      account: {
        ...{ id: personId, displayName: person?.display_name, since: person?.created_at },
        login: credential?.login ?? null,
        phone: phone ? opened(phone) : null,
        formerPhones: former.map((one) => ({ phone: opened(one), until: one.replaced_at })),
      },
      ...{ roles, consents, preferences: preferences ?? null, lists, deletions },
      sessions: sessions.map(({ surface, created_at: since, last_seen_at: lastSeen }) => ({
        surface,
        since,
        lastSeen,
      })),
    };
  },
  open: otherRoles,
  async forget(tx, _, personIds) {
    await tx.sql(forgetPeople, [personIds, tx.now, 'identity.deleteAccounts']);
  },
};
