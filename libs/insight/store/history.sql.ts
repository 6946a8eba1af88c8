import { statement } from '@xihuo/platform';

export interface ThingRow {
  /** Null of what is about no one supplier. */
  supplier_id: string | null;
  /** Or the beginning of one, of what is about all who lie in it. */
  county_code: string;
  /** Whether its supplier is told of it yet. */
  supplier_told: boolean;
}

/** A supplier is claimed nothing of that one person alone thought of; what was refused or taken back it never hears. */
const CLAIMED = `state in ('approved', 'posted')`;

/**
 * Whose a thing is and where it lies: $1 the kind and $2 the id. More than one of a product, which several sell. What lies in no county
 * is read by those alone who read of the whole country.
 */
export const thingOf = statement<ThingRow>(
  'insight.thing_of',
  `select thing.supplier_id, coalesce(thing.county_code, supplier.county_code, '000000') as county_code,
          $1 <> 'adjustment' or exists (select from settlement.adjustment_v where id = $2::uuid and ${CLAIMED}) as supplier_told
     from (
       select supplier_id, county_code from admission.trail_subject_v where kind = $1 and id = $2::uuid
       union all select distinct supplier_id, null from catalogue.offer_v where $1 = 'product' and product_id = $2::uuid
       union all select supplier_id, null from ordering.supplier_order_v where $1 = 'supplierOrder' and id = $2::uuid and state <> 'awaitingPayment'
       union all select supplier_id, null from trace.lot_v where $1 = 'lot' and id = $2::uuid
       union all select supplier_id, null from trace.recall_v where $1 = 'recall' and id = $2::uuid
       union all select supplier_id, null from benefit.agreement_v where $1 = 'agreement' and id = $2::uuid
       union all select supplier_id, null from benefit.pool_v where $1 = 'pool' and id = $2::uuid
       union all select supplier_id, null from benefit.distribution_v where $1 = 'distribution' and id = $2::uuid
       union all select supplier_id, null from ordering.invoice_request_v where $1 = 'invoiceRequest' and id = $2::uuid
       union all select supplier_id, null from dispute.case_v where $1 = 'dispute' and id = $2::uuid
       union all select supplier_id, null from settlement.adjustment_v where $1 = 'adjustment' and id = $2::uuid
       union all select supplier_id, null from settlement.statement_v where $1 = 'statement' and id = $2::uuid
       union all select supplier_id, null from ordering.after_sale_v where $1 = 'afterSale' and id = $2::uuid
       union all select supplier_id, null from trace.delivery_owner_v where $1 = 'delivery' and id = $2::uuid
       union all select supplier_id, null from benefit.work_owner_v where $1 = 'work' and id = $2::uuid
       union all select supplier_id, county_code from registry.household_v where $1 = 'household' and id = $2::uuid
       union all select distinct supplier_id, null from benefit.agreement_v where $1 = 'household' and household_id = $2::uuid
       union all select case payee_kind when 'organisation' then payee_id end, household.county_code
                   from settlement.payee_account_v account
                   left join registry.household_v household on payee_kind = 'household' and household.id = payee_id
                  where $1 = 'payeeAccount' and account.id = $2::uuid
       union all select supplier_id, null from catalogue.sku_v where $1 = 'sku' and id = $2::uuid
       union all select null, region_prefix from admission.spot_check_plan_v where $1 = 'spotCheck' and id = $2::uuid
     ) thing left join registry.organisation_v supplier on supplier.id = thing.supplier_id`,
);

/** Whose a role of the console is; nothing of what a buyer or a household acts by. */
export const holderOf = statement<{ person_id: string }>(
  'insight.holder_of',
  'select person_id from identity.grant_holder_v where id = $1',
);

/** Whether what lies in no county ($1 kind, $2 id) is there at all. */
export const houseThing = statement<{ id: string }>(
  'insight.house_thing',
  `select id from (select kind, id from catalogue.house_thing_v union all select kind, id from ordering.house_thing_v
       union all select kind, id from settlement.house_thing_v union all select kind, id from payment.house_thing_v
       union all select kind, id from admission.house_thing_v union all select kind, id from registry.house_thing_v) there
    where kind = $1 and id = $2 limit 1`,
);

const ofSupplier = (thing: string, places: string) =>
  `$1 = 'household' and ${thing}.household_id = $2::uuid and case when $3::uuid is null
      then (select coalesce(county_code, '000000') from registry.organisation_v where id = ${thing}.supplier_id) like any (${places}::text[])
      else ${thing}.supplier_id = $3 end`;

/**
 * What is told beside the thing itself ($1 kind, $2 id) to a supplier ($3), or to who watches: of a statement, what adjusts it; of a
 * household, what it agreed on and worked with suppliers in the places of $4, what it delivered to those in $5, and, of those in $6,
 * where it is paid. A supplier is told of what was between the household and itself alone.
 */
export const besideThing = statement<{ kind: string; id: string }>(
  'insight.beside_thing',
  `select 'adjustment' as kind, id::text from settlement.adjustment_v where $1 = 'statement' and $2::uuid in (about_statement_id, statement_id)
      and ($3::uuid is null or supplier_id = $3 and ${CLAIMED})
    union all select 'agreement', id::text from benefit.agreement_v agreement where ${ofSupplier('agreement', '$4')}
    union all select 'work', id::text from benefit.work_owner_v work where ${ofSupplier('work', '$4')}
    union all select 'delivery', id::text from trace.delivery_owner_v delivery where ${ofSupplier('delivery', '$5')}
    union all select 'payeeAccount', account.id::text
                from settlement.payee_account_v account join registry.household_v household on household.id = account.payee_id
               where $1 = 'household' and payee_kind = 'household' and payee_id = $2::uuid
                 and $3::uuid is null and household.county_code like any ($6::text[])`,
);

/** How far an application is judged: nothing of what was never handed in, but to its own supplier. */
export const judgingOf = statement<{ handed_in: boolean; since: Date | null; decided_by: string[] }>(
  'insight.judging_of',
  'select handed_in, since, decided_by from admission.judging_v where application_id = $1',
);

export interface HistoryRow {
  entry_id: string;
  actor: string;
  action: string;
  at: Date;
  refused: string | null;
  person_name: string | null;
  request_id: string;
  /** What a note says; null of what is none. */
  words: string | null;
  before: unknown;
  after: unknown;
  /** Whether the reader may know why it was done. */
  tells_why: boolean;
}

/** What codes of places ($1) and packs ($2) are called. */
export const trailNames = statement<{ key: string; name: string }>(
  'insight.trail_names',
  `select code as key, name from registry.region_v where code = any ($1::text[])
    union all select id::text, pack from catalogue.sku_v where id = any ($2::uuid[])`,
);

/**
 * What was done to things ($1 kinds, $2 ids) before the line $3, $4 lines; of a person what was done about roles alone. $5 the supplier
 * whose people read it, null for those who watch. A supplier is told what its own people did, by name, and of goods ($6) what others
 * did, without theirs, and whenever somebody of the house looked at its desk. Who reads the page alone ($7) is told what was done,
 * of the nouns $8 where there are such, and of what was tried or opened nothing but what they did themselves. To $9, what others judged
 * ($10) since $11 is closed. Notes are told to those of their own side ($12). Who watches or reads the page
 * reads the names of those alone who worked in the console, also when they have left since: who bought or delivered is nobody's to
 * read here, nor who took a coupon, nor who spoke on a draft under a name of their choice. What others tried and were refused is the watchers', and so is
 * why others did what they did.
 */
export const historyPage = statement<HistoryRow>(
  'insight.history_page',
  `select line.entry_id, line.actor, line.action, line.at, line.refused,
          case when held.own or ($5::uuid is null and held.staff and line.action <> 'standard.comment') then person.display_name end as person_name,
          line.request_id, line.before, line.after, note.words, $5::uuid is null or held.own or line.action = 'viewing.begin' as tells_why
     from (select entry_id, content::json ->> 'actor' as actor, content::json ->> 'action' as action,
                  (content::json ->> 'at')::timestamptz as at, content::json ->> 'requestId' as request_id,
                  content::json -> 'before' as before, content::json -> 'after' as after, content::json -> 'after' ->> 'refused' as refused
             from platform.audit_content_v
            where (subject_kind, subject_id) in (select kind, id from unnest($1::text[], $2::text[]) as told (kind, id)) and ($3::uuid is null or entry_id < $3::uuid)
              and content::json ->> 'action' <> 'coupon.claim'
              and (subject_kind <> 'person' or content::json ->> 'action' = 'note.add' or content::json ->> 'action' like 'role.%' and coalesce(
                    content::json -> 'after' ->> 'role', content::json -> 'before' ->> 'role', '') not in ('consumer', 'businessBuyer', 'farmer'))) line
     left join insight.note on line.action = 'note.add' and note.id = (line.after ->> 'noteId')::uuid
     left join identity.person_v person on person.id = (substring(line.actor from '^person:(.*)$'))::uuid
    cross join lateral (
      select coalesce(bool_or(organisation_id = $5::uuid), false) as own,
             coalesce(bool_or(role not in ('consumer', 'businessBuyer', 'farmer')), false) as staff
        from identity.role_held_v
       where person_id = person.id and since <= line.at and (until is null or until > line.at)) held
    where ($5::uuid is null or held.own or ($6::boolean and line.refused is null) or line.action in ('viewing.begin', 'viewing.end'))
      and (not $7::boolean or line.actor = 'person:' || $9
           or line.refused is null and line.action not in ('application.readPaper', 'objection.reveal'))
      and (line.action <> 'note.add' or note.side = any($12::text[]))
      and (not $7::boolean or $8::text[] is null or line.action = 'note.add' or split_part(line.action, '.', 1) = any($8::text[]))
      and ($11::timestamptz is null or line.at < $11 or line.actor = 'person:' || $9 or line.action <> all($10::text[]))
    order by line.entry_id desc limit $4`,
);

/** $1 id, $2 side, $3 who, $4 what it says, $5 when. */
export const insertNote = statement(
  'insight.insert_note',
  'insert into insight.note (id, side, person_id, words, written_at) values ($1, $2, $3, $4, $5)',
);

export const notesOfPerson = statement<{ words: string; at: Date }>(
  'insight.notes_of_person',
  'select words, written_at as at from insight.note where person_id = $1 order by id',
);
