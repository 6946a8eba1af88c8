-- What a supplier asks for sending, by place and weight; what is taken off, by whom it is paid; what a buyer may use.

-- Dated: the one that holds is the latest begun. Never changed, so an order's freight can be explained years later.
create table ordering.freight_template (
  id uuid primary key default uuidv7(),
  supplier_id uuid not null,
  effective_from timestamptz not null,
  -- What a pack weighs that is not sold by weight.
  assumed_grams integer not null check (assumed_grams between 1 and 1000000),
  -- [{ storage, regions, served, firstGrams, firstFen, stepGrams, stepFen, freeFromFen }], judged by the contract.
  rates jsonb not null check (jsonb_typeof(rates) = 'array' and rates <> '[]'),
  created_by uuid,
  created_at timestamptz not null,
  unique (supplier_id, effective_from)
);

create function ordering.whole_shares(funders jsonb) returns boolean language sql immutable as
  $$ select coalesce(sum((funder ->> 'shareBp')::integer), 0) = 10000 from jsonb_array_elements(funders) funder $$;

create table ordering.promotion (
  id uuid primary key,
  row_version integer not null default 1,
  -- Null: the platform's, over the goods of all suppliers, and paid by none of them.
  supplier_id uuid,
  kind text not null check (kind in ('flashPrice', 'campaignPrice', 'fullReduction', 'coupon')),
  state text not null default 'draft' check (state in ('draft', 'published', 'ended')),
  name_zh text not null,
  name_en text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  percent_bp integer check (percent_bp between 1 and 9000),
  threshold_fen bigint check (threshold_fen > 0),
  reduction_fen bigint check (reduction_fen > 0),
  category text,
  -- Null: all of whoever gives it.
  product_ids uuid[] check (cardinality(product_ids) between 1 and 200),
  -- [{ kind, organisationId, shareBp }]
  funders jsonb not null check (ordering.whole_shares(funders)),
  -- Of a coupon: how many people may claim, and how many have.
  claims_most integer check (claims_most > 0),
  claims_each integer not null default 1 check (claims_each between 1 and 20),
  claimed integer not null default 0 check (claimed >= 0),
  drafted_by uuid,
  published_by uuid,
  published_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null,
  constraint never_overclaimed check (claimed <= claims_most),
  constraint claimed_are_coupons check ((kind = 'coupon') = (claims_most is not null)),
  constraint one_benefit check (case
    when kind in ('fullReduction', 'coupon')
      then percent_bp is null and threshold_fen is not null and reduction_fen is not null and reduction_fen < threshold_fen
    else threshold_fen is null and reduction_fen is null end),
  -- Prices are the supplier's to make.
  constraint prices_are_own check (supplier_id is not null or kind in ('fullReduction', 'coupon')),
  -- Whoever drafts a promise of the platform's or others' money does not publish it.
  constraint four_eyes check (supplier_id is not null or published_by is null or drafted_by is null or published_by <> drafted_by),
  constraint paid_by_the_right_one check (case when supplier_id is not null
    then funders = '[{"kind": "supplier", "shareBp": 10000, "organisationId": null}]'::jsonb
    else not jsonb_path_exists(funders, '$[*] ? (@.kind == "supplier")') end)
);
create index promotion_supplier on ordering.promotion (supplier_id, id);
create index promotion_running on ordering.promotion (supplier_id, ends_at) where state = 'published';

-- Packs at a price; a row is only changed by whoever holds the stock of its pack, so the last one is sold once.
create table ordering.promotion_price (
  promotion_id uuid not null references ordering.promotion on delete cascade,
  sku_id uuid not null,
  price_fen bigint not null check (price_fen > 0),
  -- Null: as many as there are.
  packs_most integer check (packs_most > 0),
  -- Of one order.
  packs_each integer check (packs_each > 0),
  taken integer not null default 0 check (taken >= 0),
  primary key (promotion_id, sku_id),
  constraint never_over_quantity check (taken <= packs_most)
);
create index promotion_price_sku on ordering.promotion_price (sku_id);
create table ordering.promotion_take (
  promotion_id uuid not null,
  sku_id uuid not null,
  order_id uuid not null references ordering.customer_order,
  packs integer not null check (packs > 0),
  given_back_at timestamptz,
  primary key (order_id, sku_id, promotion_id),
  foreign key (promotion_id, sku_id) references ordering.promotion_price
);

create table ordering.coupon (
  id uuid primary key default uuidv7(),
  promotion_id uuid not null references ordering.promotion,
  person_id uuid not null,
  claimed_at timestamptz not null,
  -- Used by this order; free again where the order was not paid.
  order_id uuid references ordering.customer_order,
  used_at timestamptz,
  constraint used_by_an_order check ((order_id is null) = (used_at is null))
);
create index coupon_person on ordering.coupon (person_id, promotion_id);
create index coupon_order on ordering.coupon (order_id) where order_id is not null;
create index coupon_promotion on ordering.coupon (promotion_id);

-- Discounts of campaigns and who funds them, for whoever prices.
create view catalogue.campaign_discount_v as
  select discount.id, discount.campaign_id, discount.name_zh, discount.name_en, discount.kind, discount.percent_bp,
         discount.threshold_fen, discount.reduction_fen, discount.category,
         (select jsonb_agg(jsonb_build_object('kind', funder.kind, 'organisationId', funder.organisation_id, 'shareBp', funder.share_bp)
                           order by funder.position)
            from catalogue.discount_funder funder where funder.discount_id = discount.id) as funders
    from catalogue.campaign_discount discount;

-- What somebody means to buy: of an account, or of a guest who holds the token of which only the hash is kept.
create table ordering.cart (
  id uuid primary key default uuidv7(),
  person_id uuid unique,
  token_hash bytea unique,
  region_code text,
  created_at timestamptz not null,
  touched_at timestamptz not null,
  constraint somebodys check (num_nonnulls(person_id, token_hash) = 1)
);
create index cart_guest on ordering.cart (touched_at) where person_id is null;
create table ordering.cart_line (
  cart_id uuid not null references ordering.cart on delete cascade,
  sku_id uuid not null,
  quantity integer not null check (quantity between 1 and 9999),
  selected boolean not null,
  -- The price as it was last seen: another one is shown as changed until it is acknowledged.
  seen_fen bigint not null check (seen_fen > 0),
  via jsonb,
  added_at timestamptz not null,
  primary key (cart_id, sku_id)
);

grant select, insert on ordering.freight_template to xihuo_app;
grant select, insert, update on ordering.promotion, ordering.promotion_price, ordering.promotion_take, ordering.coupon,
  ordering.cart, ordering.cart_line to xihuo_app;
grant delete on ordering.promotion_price, ordering.cart, ordering.cart_line to xihuo_app;
grant select on catalogue.campaign_discount_v to xihuo_app;
grant select on ordering.freight_template, ordering.promotion, ordering.promotion_price, ordering.promotion_take, ordering.coupon,
  catalogue.campaign_discount_v to xihuo_auditor;
-- Nobody audits what somebody has not bought.
revoke select on ordering.cart, ordering.cart_line from xihuo_auditor;
