import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export const favouritesKept = statement<{ slug: string; name: string; at: Date }>(
  'catalogue.favourites_kept',
  `select product.slug, product.name_zh as name, favourite.kept_at as at
     from catalogue.favourite join catalogue.product on product.id = favourite.product_id
    where favourite.person_id = $1 order by favourite.kept_at`,
);

export const leadsOfPerson = statement<{
  id: string;
  fair: string;
  supplier: string;
  wants: string;
  state: string;
  consent_version: string;
  contact_sealed: Buffer | null;
  at: Date;
}>(
  'catalogue.leads_of_person',
  `select lead.id, fair.name_zh as fair, supplier.name_zh as supplier, lead.wants, lead.state, lead.consent_version,
          lead.contact_sealed, lead.at
     from catalogue.lead
     join catalogue.fair on fair.id = lead.fair_id
     join registry.organisation_v supplier on supplier.id = lead.supplier_id
    where lead.person_id = $1 order by lead.id`,
);

export const forgetFavourites = statement(
  'catalogue.forget_favourites',
  'delete from catalogue.favourite where person_id = any ($1::uuid[])',
);

/** Leads of people that still say who asked: $1 people. */
export const leadsWithContact = statement<{ id: string; state: machines.LeadState }>(
  'catalogue.leads_with_contact',
  `select id, state from catalogue.lead
    where person_id = any ($1::uuid[]) and contact_sealed is not null order by id for update`,
);

/** What was ordered stays as it is; $2 takes the place of who asked. */
export const replaceContacts = statement(
  'catalogue.replace_contacts',
  `update catalogue.lead set contact_sealed = given.sealed
     from unnest($1::uuid[], $2::bytea[]) as given (id, sealed) where lead.id = given.id`,
);
