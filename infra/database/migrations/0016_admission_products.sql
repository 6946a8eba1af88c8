-- Which goods may be sold, which of them carry the assistance mark, and what the public may read of both: dossiers that the
-- catalogue sends down, approval of listings, recognition of products, the numbered editions of the recommended catalogue.

-- As sent down: what a decision was made on never changes. A change is the next version, judged anew, while the approved one
-- goes on selling.
create table admission.product_dossier (
  id uuid primary key default uuidv7(),
  supplier_id uuid not null,
  product_id uuid not null,
  version integer not null check (version > 0),
  product_name text not null,
  category text not null,
  -- Where the goods come from: whose jurisdiction this is.
  county_code text not null,
  evidence jsonb not null,
  evidence_sha256 bytea not null check (length(evidence_sha256) = 32),
  standard_version text not null references admission.standard,
  judged_on date not null,
  -- Null where a machine sent what was agreed elsewhere.
  submitted_by uuid,
  submitted_at timestamptz not null,
  state text not null default 'submitted'
    check (state in ('submitted', 'correctionsRequested', 'approved', 'rejected', 'withdrawn', 'superseded')),
  decided_by text,
  decided_at timestamptz,
  reason text,
  -- [{ pointer, note }]: which fields must change.
  corrections jsonb,
  row_version integer not null default 1,
  unique (supplier_id, product_id, version),
  check ((state in ('submitted', 'superseded')) or decided_at is not null),
  check ((state = 'correctionsRequested') = (corrections is not null)),
  -- Nobody approves their own goods.
  check (submitted_by is null or decided_by is null or state not in ('approved', 'rejected')
         or decided_by <> 'person:' || submitted_by::text)
);
create unique index product_dossier_open on admission.product_dossier (supplier_id, product_id) where state = 'submitted';
create index product_dossier_queue on admission.product_dossier (id) where state = 'submitted';
create index product_dossier_county on admission.product_dossier (county_code, id);

create table admission.dossier_finding (
  dossier_id uuid not null references admission.product_dossier,
  criterion text not null,
  result text not null check (result in ('pass', 'fail', 'notApplicable', 'notJudged')),
  check_version text not null,
  facts jsonb not null,
  primary key (dossier_id, criterion)
);

-- What the reviewer ticked, item by item.
create table admission.dossier_item (
  dossier_id uuid not null references admission.product_dossier,
  criterion text not null,
  result text not null check (result in ('pass', 'fail', 'notApplicable')),
  note text not null default '',
  ticked_by uuid not null,
  ticked_at timestamptz not null,
  primary key (dossier_id, criterion),
  check (result <> 'fail' or note <> '')
);

-- Papers of a product; dossiers and recognitions name them, and nobody else's.
create table admission.product_paper (
  file_id uuid primary key,
  supplier_id uuid not null,
  product_id uuid not null,
  sha256 bytea not null check (length(sha256) = 32),
  pages integer not null check (pages > 0),
  uploaded_by uuid not null,
  uploaded_at timestamptz not null
);
create index product_paper_product on admission.product_paper (supplier_id, product_id);

alter table admission.listing_approval
  -- Absent where it was approved before dossiers were kept.
  add column dossier_id uuid references admission.product_dossier,
  add column ended_by text,
  add column end_reason text,
  add column row_version integer not null default 1;
create index listing_approval_product on admission.listing_approval (product_id) where ended_at is null;

create table admission.recognition (
  id uuid primary key default uuidv7(),
  supplier_id uuid not null,
  product_id uuid not null,
  dossier_id uuid not null references admission.product_dossier,
  county_code text not null,
  -- Recognition names its issuer: a county (县级认定) or an association (协会认定).
  issuer_kind text not null check (issuer_kind in ('county', 'association')),
  issuer_name text not null,
  -- The rule it is recognised by, as published by the issuer.
  scheme text not null,
  certificate_number text,
  -- [{ kind, reference, fileId }]
  evidence jsonb not null check (jsonb_array_length(evidence) > 0),
  state text not null default 'submitted' check (state in ('submitted', 'countyStamped', 'publicNotice', 'recognised',
    'correctionsRequested', 'rejected', 'withdrawn', 'lapsed', 'revoked', 'superseded')),
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  stamp_department text check (stamp_department in ('agriculture', 'revitalisation')),
  stamped_by uuid,
  stamped_at timestamptz,
  stamp_number text,
  stamp_opinion text,
  checked_by uuid,
  checked_at timestamptz,
  check_opinion text,
  corrections jsonb,
  recognised_on date,
  valid_until date check (valid_until > recognised_on),
  ended_by text,
  ended_at timestamptz,
  reason text,
  row_version integer not null default 1,
  -- Four eyes, whatever roles people hold.
  check (stamped_by <> submitted_by),
  check (checked_by <> submitted_by),
  check (checked_by <> stamped_by),
  check ((stamped_by is null) = (stamped_at is null) and (stamped_by is null) = (stamp_department is null)),
  check (state not in ('countyStamped', 'publicNotice', 'recognised', 'lapsed', 'revoked', 'superseded') or stamped_by is not null),
  check (state not in ('publicNotice', 'recognised', 'lapsed', 'revoked', 'superseded') or checked_by is not null),
  check ((state in ('recognised', 'lapsed', 'revoked', 'superseded')) = (recognised_on is not null and valid_until is not null)),
  check (state not in ('rejected', 'withdrawn', 'revoked') or reason is not null)
);
create unique index recognition_open on admission.recognition (supplier_id, product_id)
  where state in ('submitted', 'countyStamped', 'publicNotice', 'correctionsRequested');
create unique index recognition_in_force on admission.recognition (supplier_id, product_id) where state = 'recognised';
create index recognition_product on admission.recognition (product_id) where state = 'recognised';
create index recognition_newest on admission.recognition (supplier_id, product_id, id desc);
create index recognition_queue on admission.recognition (state, id);
create index recognition_county on admission.recognition (county_code, id);
create index recognition_due on admission.recognition (valid_until) where state = 'recognised';

-- The recommended catalogue (推荐目录), edition by edition. What was published stays as it was published.
create table admission.catalogue_edition (
  number integer primary key check (number > 0),
  title_zh text not null,
  title_en text not null,
  note_zh text not null default '',
  note_en text not null default '',
  state text not null default 'draft' check (state in ('draft', 'published')),
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  published_by uuid check (published_by <> drafted_by),
  published_at timestamptz,
  published_on date,
  entries integer not null default 0,
  departures integer not null default 0,
  row_version integer not null default 1,
  check ((state = 'published') = (published_by is not null and published_at is not null and published_on is not null))
);
create unique index catalogue_edition_draft on admission.catalogue_edition (state) where state = 'draft';

-- What an editor leaves out of the coming edition, and why.
create table admission.edition_exclusion (
  edition integer not null references admission.catalogue_edition,
  supplier_id uuid not null,
  product_id uuid not null,
  reason text not null check (reason <> ''),
  excluded_by uuid not null,
  excluded_at timestamptz not null,
  primary key (edition, supplier_id, product_id)
);

create table admission.edition_entry (
  edition integer not null references admission.catalogue_edition,
  position integer not null check (position > 0),
  supplier_id uuid not null,
  product_id uuid not null,
  recognition_id uuid not null references admission.recognition,
  product_name text not null,
  category text not null,
  supplier_name text not null,
  uscc text,
  county_code text not null,
  county_name text not null,
  province_name text not null,
  -- Who recommended it, on what, until when.
  issuer_kind text not null,
  issuer_name text not null,
  scheme text not null,
  stamp_department text not null,
  standard_version text not null,
  dossier_version integer not null,
  evidence jsonb not null,
  recognised_on date not null,
  valid_until date not null,
  since_edition integer not null,
  primary key (edition, supplier_id, product_id),
  unique (edition, position)
);

create table admission.edition_departure (
  edition integer not null references admission.catalogue_edition,
  supplier_id uuid not null,
  product_id uuid not null,
  product_name text not null,
  supplier_name text not null,
  county_name text not null,
  province_name text not null,
  since_edition integer not null,
  cause text not null check (cause in ('supplierExited', 'supplierSuspended', 'certificationOver', 'productDelisted',
    'listingEnded', 'recognitionRevoked', 'recognitionLapsed', 'leftOut')),
  reason text not null,
  primary key (edition, supplier_id, product_id)
);

-- Who carries the mark at this instant; the supplier's and the listing's own rights are asked beside it.
create view admission.recognition_v as
  select id, supplier_id, product_id, issuer_kind, issuer_name, recognised_on, valid_until,
         state = 'recognised'
           and valid_until >= (select (platform.business_now() at time zone 'Asia/Shanghai')::date) as in_force
    from admission.recognition where recognised_on is not null;

-- How far each supplier's product is on its way, for the catalogue above.
create view admission.recognition_way_v as
  select distinct on (supplier_id, product_id) supplier_id, product_id, id, state, valid_until
    from admission.recognition
   order by supplier_id, product_id, id desc;
create view admission.product_dossier_v as
  select distinct on (supplier_id, product_id)
         supplier_id, product_id, id, version, state, submitted_at, decided_at, reason, corrections
    from admission.product_dossier
   order by supplier_id, product_id, version desc;

-- Names are searched anywhere in them, by whoever types two characters. Three-letter trigrams find nothing for the two signs
-- of 苹果; pairs of signs do, and single ones for whoever types only one.
create function registry.grams(words text) returns text[]
language sql immutable strict parallel safe
begin atomic
  select coalesce(array_agg(distinct gram), '{}')
    from (select regexp_replace(lower(normalize(words, nfkc)), '[\s%_\\|·,.()（）]+', '', 'g') as plain) text,
         generate_series(1, length(plain)) as place,
         lateral (values (substr(plain, place, 1)), (substr(plain, place, 2))) as cut (gram)
   where length(gram) = 2 or gram > '~';
end;
grant execute on function registry.grams to xihuo_app, xihuo_auditor;

-- What of it an index is asked for: pairs where there are any, since single signs are in every second name.
create function registry.sought_grams(words text) returns text[]
language sql immutable strict parallel safe
begin atomic
  select case when exists (select from unnest(all_grams) gram where length(gram) = 2)
              then array(select gram from unnest(all_grams) gram where length(gram) = 2)
              else all_grams end
    from (select registry.grams(words) as all_grams) whole;
end;
grant execute on function registry.sought_grams to xihuo_app, xihuo_auditor;

-- What a search looks through, without the signs that people leave out or add.
create function registry.search_plain(words text) returns text
language sql immutable strict parallel safe
begin atomic
  select regexp_replace(lower(normalize(words, nfkc)), '[\s%_\\|·,.()（）]+', '', 'g');
end;
grant execute on function registry.search_plain to xihuo_app, xihuo_auditor;

alter table registry.organisation
  add column search_plain text generated always as
    (registry.search_plain(name_zh) || '|' || registry.search_plain(name_en) || '|' || coalesce(lower(uscc), '')) stored,
  add column search_grams text[] generated always as
    (registry.grams(name_zh) || registry.grams(name_en) || registry.grams(coalesce(uscc, ''))) stored;
create index organisation_search on registry.organisation using gin (search_grams);
create index organisation_uscc on registry.organisation (uscc);
create index organisation_county on registry.organisation (county_code, id);

create or replace view registry.organisation_v as
  select id, reference, name_zh, name_en, kind, uscc, county_code, established_on, search_plain, search_grams
    from registry.organisation;

-- What a supplier writes about its product until it is sent down; nothing here is known to be right.
create sequence catalogue.lot_code_prefix start 1001;
create table catalogue.dossier_draft (
  supplier_id uuid not null,
  product_id uuid not null references catalogue.product,
  form jsonb not null,
  -- What every lot code of this product begins with.
  lot_code_prefix text not null unique,
  saved_by uuid,
  saved_at timestamptz not null,
  row_version integer not null default 1,
  primary key (supplier_id, product_id)
);

grant select, insert on admission.product_paper, admission.product_dossier, admission.dossier_finding, admission.dossier_item, admission.recognition,
  admission.catalogue_edition, admission.edition_exclusion, admission.edition_entry, admission.edition_departure to xihuo_app;
grant update (state, decided_by, decided_at, reason, corrections, row_version) on admission.product_dossier to xihuo_app;
grant update (result, note, ticked_by, ticked_at) on admission.dossier_item to xihuo_app;
grant update on admission.recognition, admission.catalogue_edition to xihuo_app;
grant update (reason, excluded_by, excluded_at), delete on admission.edition_exclusion to xihuo_app;
grant select on admission.recognition_v, admission.recognition_way_v, admission.product_dossier_v to xihuo_app;
grant select, insert, update on catalogue.dossier_draft to xihuo_app;
grant usage on sequence catalogue.lot_code_prefix to xihuo_app;
