import { machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import type { NamedKeeping } from '@xihuo/platform';
import { takeBackLeads } from '../../store/channel/lead.sql';
import {
  favouritesKept,
  forgetFavourites,
  leadsOfPerson,
  leadsWithContact,
  replaceContacts,
} from '../../store/personal.sql';
import { contactCell } from '../channel/leads';

const NOBODY = JSON.stringify({ name: '', organisation: '', phone: '' });

/** Products people keep, and what they asked exhibitors for. */
export const personalCatalogue: Omit<NamedKeeping, 'name'> = {
  async tell(where, vault, personId) {
    const [favourites, leads] = await Promise.all([
      where.read(favouritesKept, [personId]),
      where.read(leadsOfPerson, [personId]),
    ]);
    return {
      favourites,
      leads: leads.map(({ id, contact_sealed: sealed, ...lead }) => ({
        ...lead,
        contact: sealed && (JSON.parse(vault.open(contactCell(id), sealed)) as unknown),
      })),
    };
  },
  async forget(tx, vault, personIds) {
    await tx.sql(forgetFavourites, [personIds]);
    const leads = await tx.sql(leadsWithContact, [personIds]);
    const [back, ordered] = [true, false].map((may) =>
      leads
        .filter(({ state }) => (states.transition(machines.leadStates, state, 'withdraw') !== null) === may)
        .map(({ id }) => id),
    ) as [string[], string[]];
    // As the buyer could have done.
    if (back.length > 0) await tx.sql(takeBackLeads, [back, tx.now]);
    const sealed = ordered.map((id) => vault.seal(contactCell(id), NOBODY));
    if (ordered.length > 0) await tx.sql(replaceContacts, [ordered, sealed]);
  },
};
