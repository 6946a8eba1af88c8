-- Ways by which goods are found: venues with shelves, campaigns of pairings, fairs with leads, regional brands.

create table catalogue.venue (
  id uuid primary key default uuidv7(),
  row_version integer not null default 1,
  slug text not null unique check (slug ~ '^[a-z0-9-]{1,80}$'),
  kind text not null
    check (kind in ('provinceHall', 'countyHall', 'assistanceZone', 'directSupplyPoint', 'distributionHub')),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  name_zh text not null,
  name_en text not null,
  story_zh text not null,
  story_en text not null,
  -- Of a hall: where its goods come from. Of the others: where it stands.
  region_code text not null,
  operator_name text not null,
  address text,
  phone text,
  -- [{ days: [1..7], from: "09:00", to: "18:00" }], Beijing time.
  opening_times jsonb not null default '[]',
  shut_on date[] not null default '{}',
  pickup boolean not null default false,
  closed_why text,
  created_by uuid,
  created_at timestamptz not null,
  constraint stands_somewhere check (kind in ('provinceHall', 'countyHall')
    or (address is not null and opening_times <> '[]')),
  constraint handed_over_somewhere check (not pickup or address is not null)
);
create index venue_kind on catalogue.venue (kind, region_code) where state = 'open';

create table catalogue.venue_shelf (
  id uuid primary key default uuidv7(),
  venue_id uuid not null references catalogue.venue on delete cascade,
  position smallint not null,
  title_zh text not null,
  title_en text not null,
  -- Filled by what the rule says; a shelf filled by hand has none.
  by_rule boolean not null,
  rule_category text,
  -- A region and all below it: the first code and the last.
  rule_region_from text,
  rule_region_to text,
  rule_supplier_id uuid,
  rule_in_season boolean not null default false,
  rule_recognised boolean not null default false,
  unique (venue_id, position)
);
create table catalogue.venue_shelf_product (
  shelf_id uuid not null references catalogue.venue_shelf on delete cascade,
  product_id uuid not null references catalogue.product,
  position smallint not null,
  primary key (shelf_id, product_id)
);

-- What stands on the shelves, whether or not it may be sold at this moment.
create view catalogue.venue_product_v as
  select shelf.venue_id, shelf.id as shelf_id, shelf.position as shelf_position, product.id as product_id,
         product.recommended_rank as place
    from catalogue.venue_shelf shelf
    join catalogue.product on (shelf.rule_category is null or product.category = shelf.rule_category)
     -- Written so that the index of regions serves a shelf that names one.
     and product.region_code between coalesce(shelf.rule_region_from, '000000') and coalesce(shelf.rule_region_to, '999999')
     and (not shelf.rule_in_season
          or extract(month from platform.business_now() at time zone 'Asia/Shanghai')::smallint = any (product.harvest_months))
     and (shelf.rule_supplier_id is null or exists (select from catalogue.sku
           where sku.product_id = product.id and sku.supplier_id = shelf.rule_supplier_id))
     and (not shelf.rule_recognised or exists (select from admission.recognition_v recognition
           where recognition.product_id = product.id and recognition.in_force))
   where shelf.by_rule
  union all
  select shelf.venue_id, shelf.id, shelf.position, chosen.product_id, chosen.position
    from catalogue.venue_shelf shelf join catalogue.venue_shelf_product chosen on chosen.shelf_id = shelf.id
   where not shelf.by_rule;
create view catalogue.venue_v as select id, slug, kind, state, name_zh, name_en, region_code from catalogue.venue;

create table catalogue.campaign (
  id uuid primary key default uuidv7(),
  row_version integer not null default 1,
  slug text not null unique check (slug ~ '^[a-z0-9-]{1,80}$'),
  state text not null default 'draft' check (state in ('draft', 'published', 'cancelled')),
  name_zh text not null,
  name_en text not null,
  story_zh text not null,
  story_en text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  east_code text not null,
  west_code text not null,
  host_code text not null check (host_code in (east_code, west_code)),
  cancelled_why text,
  drafted_by uuid,
  published_by uuid,
  published_at timestamptz,
  created_at timestamptz not null,
  constraint four_eyes check (published_by is null or published_by <> drafted_by)
);
create index campaign_days on catalogue.campaign (starts_on, id) where state <> 'draft';
create index campaign_pair on catalogue.campaign (east_code, west_code, starts_on) where state = 'published';

create table catalogue.campaign_discount (
  id uuid primary key default uuidv7(),
  campaign_id uuid not null references catalogue.campaign on delete cascade,
  position smallint not null,
  name_zh text not null,
  name_en text not null,
  kind text not null check (kind in ('percentOff', 'fullReduction')),
  percent_bp integer check (percent_bp between 1 and 9000),
  threshold_fen bigint check (threshold_fen > 0),
  reduction_fen bigint check (reduction_fen > 0),
  category text,
  unique (campaign_id, position),
  constraint one_kind check (case kind
    when 'percentOff' then percent_bp is not null and threshold_fen is null and reduction_fen is null
    else percent_bp is null and threshold_fen is not null and reduction_fen is not null and reduction_fen < threshold_fen end)
);
-- Who bears a discount; together all of it, which a trigger asks once the transaction is over.
create table catalogue.discount_funder (
  discount_id uuid not null references catalogue.campaign_discount on delete cascade,
  position smallint not null,
  kind text not null check (kind in ('supplier', 'platform', 'organisation')),
  organisation_id uuid,
  share_bp integer not null check (share_bp between 1 and 10000),
  primary key (discount_id, position),
  constraint named check ((kind = 'organisation') = (organisation_id is not null))
);
create function catalogue.funders_are_whole() returns trigger language plpgsql as $$
declare wanted uuid := case tg_op when 'DELETE' then old.discount_id else new.discount_id end;
begin
  if exists (select from catalogue.campaign_discount where id = wanted)
     and (select coalesce(sum(share_bp), 0) from catalogue.discount_funder where discount_id = wanted) <> 10000 then
    raise exception 'the shares of those who fund discount % are not 100 %% together', wanted using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger funders_are_whole after insert or update or delete on catalogue.discount_funder
  deferrable initially deferred for each row execute function catalogue.funders_are_whole();

-- What a supplier has entered, with the version of the terms it accepted. Nothing is erased: what was taken out has a day.
create table catalogue.campaign_entry (
  id uuid not null unique default uuidv7(),
  campaign_id uuid not null references catalogue.campaign,
  supplier_id uuid not null,
  product_id uuid not null references catalogue.product,
  terms_version integer not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  primary key (campaign_id, supplier_id, product_id)
);
create index campaign_entry_supplier on catalogue.campaign_entry (supplier_id, campaign_id) where left_at is null;

create view catalogue.campaign_v as
  select campaign.id, campaign.slug, campaign.state, campaign.name_zh, campaign.name_en, campaign.starts_on, campaign.ends_on,
         campaign.east_code, campaign.west_code, campaign.host_code,
         campaign.state = 'published'
           and (platform.business_now() at time zone 'Asia/Shanghai')::date between campaign.starts_on and campaign.ends_on as running
    from catalogue.campaign;
-- What takes part: entered, and recognised at this moment.
create view catalogue.campaign_product_v as
  select entry.campaign_id, entry.supplier_id, entry.product_id
    from catalogue.campaign_entry entry
   where entry.left_at is null
     and exists (select from admission.recognition_v recognition
                  where recognition.supplier_id = entry.supplier_id and recognition.product_id = entry.product_id
                    and recognition.in_force);

create table catalogue.fair (
  id uuid primary key default uuidv7(),
  row_version integer not null default 1,
  slug text not null unique check (slug ~ '^[a-z0-9-]{1,80}$'),
  kind text not null check (kind in ('exhibition', 'expo', 'tradeTalks')),
  state text not null default 'draft' check (state in ('draft', 'published', 'cancelled')),
  name_zh text not null,
  name_en text not null,
  story_zh text not null,
  story_en text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  sign_up_by date not null check (sign_up_by <= ends_on),
  region_code text not null,
  place text not null,
  cancelled_why text,
  created_at timestamptz not null
);
create index fair_days on catalogue.fair (starts_on, id) where state <> 'draft';
create table catalogue.fair_exhibitor (
  fair_id uuid not null references catalogue.fair,
  supplier_id uuid not null,
  booth text,
  products uuid[] not null,
  signed_up_by uuid not null,
  signed_up_at timestamptz not null,
  primary key (fair_id, supplier_id),
  unique (fair_id, booth)
);
create table catalogue.lead (
  id uuid primary key,
  row_version integer not null default 1,
  fair_id uuid not null,
  supplier_id uuid not null,
  product_id uuid references catalogue.product,
  state text not null default 'new' check (state in ('new', 'contacted', 'quoted', 'ordered', 'lost')),
  wants text not null,
  -- Name, organisation and phone of who asked, for the exhibitor alone.
  contact_sealed bytea not null,
  person_id uuid not null,
  consent_at timestamptz not null,
  -- The order it became, as ordering reported it.
  order_number text,
  at timestamptz not null,
  foreign key (fair_id, supplier_id) references catalogue.fair_exhibitor,
  constraint ordered_has_order check ((state = 'ordered') = (order_number is not null))
);
create index lead_supplier on catalogue.lead (supplier_id, id);
create table catalogue.lead_step (
  lead_id uuid not null references catalogue.lead,
  position smallint not null,
  state text not null,
  note text not null,
  at timestamptz not null,
  primary key (lead_id, position)
);
create view catalogue.lead_v as select id, fair_id, supplier_id, product_id, person_id, state from catalogue.lead;

create table catalogue.brand (
  id uuid primary key default uuidv7(),
  row_version integer not null default 1,
  slug text not null unique check (slug ~ '^[a-z0-9-]{1,80}$'),
  name_zh text not null,
  name_en text not null,
  story_zh text not null,
  story_en text not null,
  region_code text not null,
  owner_name text not null,
  mark_number text not null,
  created_at timestamptz not null
);
create table catalogue.brand_licence (
  id uuid primary key default uuidv7(),
  row_version integer not null default 1,
  brand_id uuid not null references catalogue.brand,
  supplier_id uuid not null,
  -- Null: for whatever the supplier sells.
  product_id uuid references catalogue.product,
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  evidence text not null,
  granted_by uuid,
  granted_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  revoked_why text,
  constraint revoked_with_reason check ((revoked_at is null) = (revoked_why is null)),
  -- One licence of a scope at a time: which one a page shows is never a question.
  constraint licence_once exclude using gist (brand_id with =, supplier_id with =,
    coalesce(product_id, '00000000-0000-0000-0000-000000000000'::uuid) with =,
    daterange(valid_from, valid_until, '[]') with &&) where (revoked_at is null)
);
create index brand_licence_supplier on catalogue.brand_licence (supplier_id, brand_id);
-- Who may use a mark at this moment, product by product.
create view catalogue.brand_product_v as
  select distinct licence.brand_id, sku.supplier_id, sku.product_id
    from catalogue.brand_licence licence
    join catalogue.sku on sku.supplier_id = licence.supplier_id
     and (licence.product_id is null or licence.product_id = sku.product_id)
   where licence.revoked_at is null
     and (platform.business_now() at time zone 'Asia/Shanghai')::date between licence.valid_from and licence.valid_until;

grant select, insert, update on catalogue.venue, catalogue.campaign, catalogue.campaign_entry, catalogue.fair,
  catalogue.fair_exhibitor, catalogue.lead, catalogue.brand, catalogue.brand_licence to xihuo_app;
-- Shelves, discounts and sign-ups are written anew as a whole while they may change.
grant select, insert, delete on catalogue.venue_shelf, catalogue.venue_shelf_product, catalogue.campaign_discount,
  catalogue.discount_funder to xihuo_app;
grant delete on catalogue.fair_exhibitor to xihuo_app;
grant select, insert on catalogue.lead_step to xihuo_app;
grant select on catalogue.venue_product_v, catalogue.venue_v, catalogue.campaign_v, catalogue.campaign_product_v, catalogue.lead_v,
  catalogue.brand_product_v to xihuo_app;
grant select on all tables in schema catalogue to xihuo_auditor;
create view catalogue.fair_v as select id, slug, state, name_zh, name_en, starts_on, ends_on from catalogue.fair;
grant select on catalogue.fair_v to xihuo_app;
grant select on catalogue.fair_v to xihuo_auditor;
