import { statement } from '@xihuo/platform';

export const insertOrganisations = statement<{ id: string; reference: string }>(
  'registry.insert_organisations',
  `with given as (
     select * from json_to_recordset($1::json)
       as organisation (reference text, name_zh text, name_en text, kind text, uscc text, county_code text, address text,
                        legal_representative text, established_on date)
   ), inserted as (
     insert into registry.organisation
       (reference, name_zh, name_en, kind, uscc, county_code, address, legal_representative, established_on)
     select * from given
     on conflict (reference) do nothing
     returning id, reference
   )
   select id, reference from inserted
   union all
   select known.id, known.reference from registry.organisation known join given using (reference)`,
);

export const describeOrganisationRow = statement<{ id: string }>(
  'registry.describe_organisation',
  `update registry.organisation
      set name_zh = $2, name_en = $3, kind = $4, uscc = $5, county_code = $6, address = $7, legal_representative = $8,
          established_on = $9
    where id = $1 returning id`,
);

/** Known ones by their reference: what is said of them anew takes the place of what stood there. */
export const putHouseholds = statement<{ id: string; reference: string }>(
  'registry.put_households',
  `insert into registry.household as known (reference, supplier_id, county_code, village, display_name, joined_on)
   select reference, supplier_id, county_code, village, display_name, joined_on
     from json_to_recordset($1::json)
       as household (reference text, supplier_id uuid, county_code text, village text, display_name text, joined_on date)
   on conflict (reference) do update
      set county_code = excluded.county_code, village = excluded.village, display_name = excluded.display_name
    where known.supplier_id = excluded.supplier_id
   returning id, reference`,
);

export const namePurpose = statement('registry.name_purpose', `select set_config('xihuo.purpose', $1, true)`);

/** Entered again, a household has the particulars and the consent it gave last. */
export const putSealed = statement(
  'registry.put_sealed',
  `insert into registry.household_sealed
     (household_id, household_kind, id_number, bank_card, consent_given_at, consent_text_version)
   select household_id, household_kind, id_number, bank_card, $5, $6
     from unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[])
          as sealed (household_id, household_kind, id_number, bank_card)
   on conflict (household_id) do update
      set household_kind = excluded.household_kind, id_number = excluded.id_number, bank_card = excluded.bank_card,
          consent_given_at = excluded.consent_given_at, consent_text_version = excluded.consent_text_version`,
);

/** Cards of households that are known by these references; seen only where a purpose was named. */
export const sealedCards = statement<{ id: string; reference: string; bank_card: Buffer }>(
  'registry.sealed_cards',
  `select household.id, household.reference, sealed.bank_card
     from registry.household household join registry.household_sealed sealed on sealed.household_id = household.id
    where household.reference = any($1::text[])`,
);

/** Cards of households by id, with whom they are of; seen only where a purpose was named. */
export const cardsOfHouseholds = statement<{ id: string; display_name: string; bank_card: Buffer }>(
  'registry.cards_of_households',
  `select household.id, household.display_name, sealed.bank_card
     from registry.household household join registry.household_sealed sealed on sealed.household_id = household.id
    where household.id = any ($1::uuid[])`,
);
