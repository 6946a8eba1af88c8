import { statement } from '@xihuo/platform';

export const favouritesKept = statement<{ slug: string; name: string; at: Date }>(
  'catalogue.favourites_kept',
  `select product.slug, product.name_zh as name, favourite.kept_at as at
     from catalogue.favourite join catalogue.product on product.id = favourite.product_id
    where favourite.person_id = $1 order by favourite.kept_at`,
);

export interface OwnLeadRow {
  id: string;
  person_id: string;
  fair: string;
  supplier: string;
  wants: string;
  state: string;
  consent_version: string;
  contact_sealed: Buffer | null;
  at: Date;
}

/** $1 people. */
export const leadsOfPeople = statement<OwnLeadRow>(
  'catalogue.leads_of_people',
  `select lead.id, lead.person_id, fair.name_zh as fair, supplier.name_zh as supplier, lead.wants, lead.state, lead.consent_version,
          lead.contact_sealed, lead.at
     from catalogue.lead
     join catalogue.fair on fair.id = lead.fair_id
     join registry.organisation_v supplier on supplier.id = lead.supplier_id
    where lead.person_id = any ($1::uuid[]) order by lead.id`,
);

export const forgetFavourites = statement(
  'catalogue.forget_favourites',
  'delete from catalogue.favourite where person_id = any ($1::uuid[])',
);

/** What nobody ordered yet is taken back with its contact, as the buyer could have done. $1 people, $2 now. */
export const takeBackLeads = statement(
  'catalogue.take_back_leads',
  `with gone as (
     update catalogue.lead set state = 'withdrawn', contact_sealed = null, row_version = row_version + 1
      where person_id = any ($1::uuid[]) and state in ('new', 'contacted', 'quoted') returning id
   )
   insert into catalogue.lead_step (lead_id, position, state, note, at)
   select gone.id, (select count(*) + 1 from catalogue.lead_step where lead_id = gone.id), 'withdrawn', '', $2 from gone`,
);

/** What was ordered, or came to nothing, stays as it ended; $2 takes the place of who asked. */
export const replaceContacts = statement(
  'catalogue.replace_contacts',
  `update catalogue.lead set contact_sealed = given.sealed
     from unnest($1::uuid[], $2::bytea[]) as given (id, sealed) where lead.id = given.id`,
);
