-- Search: one row a product with everything that is looked through and counted. Who may sell is never in it: that is asked live.

-- Where a supplier delivers to; one who named no place delivers everywhere in the mainland.
create table catalogue.delivery_area (
  supplier_id uuid not null,
  -- A province, a prefecture or a county: a place holds what lies in it.
  region_code text not null,
  primary key (supplier_id, region_code)
);
create view catalogue.delivery_area_v as select supplier_id, region_code from catalogue.delivery_area;

create table catalogue.search_document (
  product_id uuid primary key references catalogue.product,
  -- |name|pinyin|initials|english|: how well a name answers is read from it.
  names text not null,
  -- Single signs and pairs of signs of the name, of places, kind and suppliers; 1pinyin, 2initials and 3english from every
  -- syllable or word on, so that what was typed is a beginning of one of them.
  terms tsvector not null,
  category text not null,
  region_code text not null,
  province_code text not null,
  -- Null where a county hangs on its province.
  prefecture_code text,
  -- Null where the product is of a whole prefecture.
  county_code text,
  -- 国家乡村振兴重点帮扶县
  key_county boolean not null,
  certificates text[] not null,
  -- Bit n stands for month n.
  season_months integer not null,
  -- The lowest of its packs, whoever sells it: for ranges. The price that is shown is read live.
  price_fen bigint not null,
  supplier_ids uuid[] not null,
  -- Null: everywhere.
  deliver_to text[],
  -- Filled by whoever puts products into venues.
  venues text[] not null default '{}',
  recommended_rank bigint not null,
  -- 0 to 1023, by chance of the id: wide counts look at some of them.
  sample smallint not null
);
-- Terms are looked up, hardly ever read: kept out of the row, a page of the table holds many products.
alter table catalogue.search_document alter column terms set storage external;
alter table catalogue.search_document set (toast_tuple_target = 256);
create index search_document_terms on catalogue.search_document using gin (terms);
create index search_document_sets on catalogue.search_document using gin (supplier_ids, venues);
create index search_document_recommended on catalogue.search_document (recommended_rank, product_id);
create index search_document_category on catalogue.search_document (category, recommended_rank, product_id);
create index search_document_province on catalogue.search_document (province_code, recommended_rank, product_id);
create index search_document_prefecture on catalogue.search_document (prefecture_code, recommended_rank, product_id);
create index search_document_county on catalogue.search_document (county_code, recommended_rank, product_id);
create index search_document_sample on catalogue.search_document (sample);
drop index catalogue.product_search;
alter table catalogue.product alter column search_text set default '';

-- Suppliers and places that a search box may propose.
create table catalogue.search_name (
  kind text not null check (kind in ('supplier', 'place')),
  key text not null,
  label text not null,
  names text not null,
  terms tsvector not null,
  primary key (kind, key)
);
create index search_name_terms on catalogue.search_name using gin (terms);

-- Words of names, to be found by what misses one letter of them or has one too many.
create table catalogue.search_word (
  latin text not null,
  shown text not null,
  -- The word itself, and without each of its letters in turn.
  keys text[] not null,
  primary key (latin, shown)
);
create index search_word_keys on catalogue.search_word using gin (keys);

-- Products that changed since they were last looked through. Rows are only added and taken away, so nobody waits for anybody.
create table catalogue.search_stale (
  id bigint generated always as identity primary key,
  product_id uuid not null,
  -- Only because everything is looked through again: what changed comes first.
  anew boolean not null default false
);
create index search_stale_order on catalogue.search_stale (anew, id);

create function catalogue.mark_new_stale() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'product' then
    insert into catalogue.search_stale (product_id) select id from new_rows;
  else
    insert into catalogue.search_stale (product_id) select distinct product_id from new_rows;
  end if;
  return null;
end $$;

create function catalogue.mark_changed_products_stale() returns trigger language plpgsql as $$
begin
  insert into catalogue.search_stale (product_id)
  select new_rows.id from new_rows join old_rows using (id)
   where (new_rows.name_zh, new_rows.name_en, new_rows.category, new_rows.region_code, new_rows.gi_kinds, new_rows.harvest_months,
          new_rows.sale_banned_reason)
         is distinct from (old_rows.name_zh, old_rows.name_en, old_rows.category, old_rows.region_code, old_rows.gi_kinds,
          old_rows.harvest_months, old_rows.sale_banned_reason);
  return null;
end $$;

create function catalogue.mark_changed_skus_stale() returns trigger language plpgsql as $$
begin
  insert into catalogue.search_stale (product_id)
  select distinct new_rows.product_id from new_rows join old_rows using (id)
   where (new_rows.price_fen, new_rows.supplier_id) is distinct from (old_rows.price_fen, old_rows.supplier_id);
  return null;
end $$;

create function catalogue.mark_areas_stale() returns trigger language plpgsql as $$
begin
  insert into catalogue.search_stale (product_id)
  select distinct sku.product_id from changed_rows join catalogue.sku using (supplier_id);
  return null;
end $$;

create trigger search_new after insert on catalogue.product
  referencing new table as new_rows for each statement execute function catalogue.mark_new_stale();
create trigger search_changed after update on catalogue.product
  referencing old table as old_rows new table as new_rows
  for each statement execute function catalogue.mark_changed_products_stale();
create trigger search_new after insert on catalogue.sku
  referencing new table as new_rows for each statement execute function catalogue.mark_new_stale();
create trigger search_changed after update on catalogue.sku
  referencing old table as old_rows new table as new_rows
  for each statement execute function catalogue.mark_changed_skus_stale();
create trigger search_new after insert on catalogue.delivery_area
  referencing new table as changed_rows for each statement execute function catalogue.mark_areas_stale();
create trigger search_gone after delete on catalogue.delivery_area
  referencing old table as changed_rows for each statement execute function catalogue.mark_areas_stale();

insert into catalogue.search_stale (product_id) select id from catalogue.product;

-- What was written in a rush waits beside the index, where every search reads through it; this puts it in.
create function catalogue.settle_search_terms() returns bigint
language sql security definer set search_path = pg_catalog
as $$ select pg_catalog.gin_clean_pending_list('catalogue.search_document_terms'::regclass) $$;
revoke execute on function catalogue.settle_search_terms from public;

-- Words for one thing: whoever types one finds all. Operators keep them.
create table catalogue.synonym_group (
  id uuid primary key default uuidv7(),
  words text[] not null check (cardinality(words) between 2 and 20),
  -- The words with their pinyin and initials: what somebody may type for them.
  spellings text[] not null,
  row_version integer not null default 1,
  updated_at timestamptz not null default platform.business_now(),
  updated_by text not null
);
create index synonym_group_spellings on catalogue.synonym_group using gin (spellings);

-- What was searched for in vain, by day: what the goods, the names or the synonyms lack.
create table catalogue.zero_result (
  day date not null,
  query text not null,
  asked integer not null default 1,
  -- What was shown instead; null where there was nothing.
  shown text,
  last_asked_at timestamptz not null,
  primary key (day, query)
);

insert into catalogue.synonym_group (words, spellings, updated_by)
select words, spellings, 'system:catalogue' from (values
  (array['马铃薯', '土豆', '洋芋', '洋山芋'], array['马铃薯', 'malingshu', 'mls', '土豆', 'tudou', 'td', '洋芋', 'yangyu', 'yy', '洋山芋', 'yangshanyu', 'ysy']),
  (array['番茄', '西红柿'], array['番茄', 'fanqie', 'fq', '西红柿', 'xihongshi', 'xhs']),
  (array['甘薯', '红薯', '地瓜', '番薯', '红苕'], array['甘薯', 'ganshu', 'gs', '红薯', 'hongshu', 'hs', '地瓜', 'digua', 'dg', '番薯', 'fanshu', 'fs', '红苕', 'hongshao']),
  (array['猕猴桃', '奇异果'], array['猕猴桃', 'mihoutao', 'mht', '奇异果', 'qiyiguo', 'qyg']),
  (array['辣椒', '海椒'], array['辣椒', 'lajiao', 'lj', '海椒', 'haijiao', 'hj']),
  (array['菇娘', '姑娘果'], array['菇娘', 'guniang', 'gn', '姑娘果', 'guniangguo', 'gng']),
  (array['香包', '香囊', '荷包'], array['香包', 'xiangbao', 'xb', '香囊', 'xiangnang', 'xn', '荷包', 'hebao', 'hb']),
  (array['玉米', '苞谷', '包谷', '苞米', '棒子'], array['玉米', 'yumi', 'ym', '苞谷', 'baogu', 'bg', '包谷', '苞米', 'baomi', 'bm', '棒子', 'bangzi', 'bz']),
  (array['花生', '落花生'], array['花生', 'huasheng', 'hs', '落花生', 'luohuasheng', 'lhs']),
  (array['柿饼', '柿子饼'], array['柿饼', 'shibing', 'sb', '柿子饼', 'shizibing', 'szb']),
  (array['枸杞', '枸杞子'], array['枸杞', 'gouqi', 'gq', '枸杞子', 'gouqizi', 'gqz']),
  (array['银耳', '白木耳'], array['银耳', 'yiner', 'ye', '白木耳', 'baimuer', 'bme']),
  (array['木耳', '黑木耳'], array['木耳', 'muer', 'me', '黑木耳', 'heimuer', 'hme']),
  (array['菜籽油', '菜油', '菜子油'], array['菜籽油', 'caiziyou', 'czy', '菜油', 'caiyou', 'cy', '菜子油']),
  (array['胡麻油', '亚麻籽油'], array['胡麻油', 'humayou', 'hmy', '亚麻籽油', 'yamaziyou', 'ymzy']),
  (array['猪肉', '豕肉'], array['猪肉', 'zhurou', 'zr', '豕肉', 'shirou', 'sr']),
  (array['羊肉', '羔羊肉'], array['羊肉', 'yangrou', 'yr', '羔羊肉', 'gaoyangrou', 'gyr']),
  (array['花椒', '麻椒'], array['花椒', 'huajiao', 'hj', '麻椒', 'majiao', 'mj']),
  (array['青稞', '裸大麦'], array['青稞', 'qingke', 'qk', '裸大麦', 'luodamai', 'ldm']),
  (array['核桃', '胡桃'], array['核桃', 'hetao', 'ht', '胡桃', 'hutao']),
  (array['蜂蜜', '蜜糖'], array['蜂蜜', 'fengmi', 'fm', '蜜糖', 'mitang', 'mt']),
  (array['山竹', '莽吉柿'], array['山竹', 'shanzhu', 'sz', '莽吉柿', 'mangjishi', 'mjs']),
  (array['凤梨', '菠萝'], array['凤梨', 'fengli', 'fl', '菠萝', 'boluo', 'bl']),
  (array['火龙果', '红龙果'], array['火龙果', 'huolongguo', 'hlg', '红龙果', 'honglongguo'])
) as known (words, spellings);

grant select, insert, update, delete on catalogue.search_document, catalogue.search_name, catalogue.search_word,
  catalogue.search_stale, catalogue.synonym_group, catalogue.delivery_area to xihuo_app;
grant select, insert, update, delete on catalogue.zero_result to xihuo_app;
grant select on catalogue.delivery_area_v to xihuo_app;
grant execute on function catalogue.settle_search_terms to xihuo_app;
grant select on all tables in schema catalogue to xihuo_auditor;
