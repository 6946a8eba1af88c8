import type { NamedKeeping } from '@xihuo/platform';
import {
  favouritesKept,
  forgetFavourites,
  leadsOfPeople,
  replaceContacts,
  takeBackLeads,
} from '../../store/personal.sql';
import { contactCell } from '../channel/leads';

const NOBODY = JSON.stringify({ name: '', organisation: '', phone: '' });

/** Products people keep, and what they asked exhibitors for. */
export const personalCatalogue: Omit<NamedKeeping, 'name'> = {
  async tell(where, vault, personId) {
    const [favourites, leads] = await Promise.all([
      where.read(favouritesKept, [personId]),
      where.read(leadsOfPeople, [[personId]]),
    ]);
    return {
      favourites,
      leads: leads.map(({ id, contact_sealed: sealed, person_id: _, ...lead }) => ({
        ...lead,
        contact: sealed && (JSON.parse(vault.open(contactCell(id), sealed)) as unknown),
      })),
    };
  },
  async forget(tx, vault, personIds) {
    await tx.sql(forgetFavourites, [personIds]);
    await tx.sql(takeBackLeads, [personIds, tx.now]);
    const ended = (await tx.sql(leadsOfPeople, [personIds])).filter((lead) => lead.contact_sealed !== null);
    const sealed = ended.map(({ id }) => vault.seal(contactCell(id), NOBODY));
    if (ended.length > 0) await tx.sql(replaceContacts, [ended.map(({ id }) => id), sealed]);
  },
};
