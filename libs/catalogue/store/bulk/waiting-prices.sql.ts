import { statement } from '@xihuo/platform';

export interface WaitingPricesRow {
  products: number;
  packs: number;
  with_others: number;
  unsound: number;
  submitted: number;
}

/** A tier for businesses above the price that is wanted beside it: the same as `areTiersSound`. */
const UNSOUND = `exists (
  select from jsonb_array_elements(change.fields -> 'prices') price
    join catalogue.price_tier tier on tier.sku_id = (price ->> 'skuId')::uuid
   where tier.price_fen > (price #>> '{value,amount}')::bigint)`;
const ONLY_PRICES = `change.fields - 'prices' = '{}'`;

/** Of one supplier ($1): its open changes with prices in them. */
export const waitingPricesOf = statement<WaitingPricesRow>(
  'catalogue.waiting_prices_of',
  `select count(*) filter (where draft and only_prices and not unsound)::int as products,
          coalesce(sum(packs) filter (where draft and only_prices and not unsound), 0)::int as packs,
          count(*) filter (where not only_prices and state <> 'submitted')::int as with_others,
          count(*) filter (where draft and only_prices and unsound)::int as unsound,
          count(*) filter (where state = 'submitted')::int as submitted
     from (select state, state = 'draft' as draft, ${ONLY_PRICES} as only_prices, ${UNSOUND} as unsound,
                  jsonb_array_length(change.fields -> 'prices') as packs
             from catalogue.listing_change change
            where supplier_id = $1 and state in ('draft', 'submitted', 'changesRequested') and change.fields ? 'prices') as open`,
);

/** Locks the listings whose drafts are handed in together, in the order of their ids. */
export const lockWaitingPrices = statement(
  'catalogue.lock_waiting_prices',
  `select from catalogue.listing_content listing
    where listing.supplier_id = $1
      and exists (select from catalogue.listing_change change
                   where change.supplier_id = listing.supplier_id and change.product_id = listing.product_id
                     and change.state = 'draft' and change.fields ? 'prices' and ${ONLY_PRICES})
    order by product_id for update`,
);

/** $2 who hands in, $3 when, $4 version of the word rules in force. */
export const submitWaitingPrices = statement<{ id: string; product_id: string }>(
  'catalogue.submit_waiting_prices',
  `with handed as (
     update catalogue.listing_change change
        set state = 'submitted', submitted_by = $2, submitted_at = $3, rules_version = $4, decided_by = null, decided_at = null,
            authors = case when $2 = any(authors) then authors else authors || $2::uuid end
      where supplier_id = $1 and state = 'draft' and change.fields ? 'prices' and ${ONLY_PRICES} and not ${UNSOUND}
      returning id, product_id
   ), moved as (
     update catalogue.listing_content listing set row_version = row_version + 1
       from handed where listing.supplier_id = $1 and listing.product_id = handed.product_id
   )
   select id, product_id from handed order by product_id`,
);

export const supplierNamed = statement<{ name_zh: string; county_code: string }>(
  'catalogue.supplier_named',
  'select name_zh, county_code from registry.organisation_v where id = $1',
);
