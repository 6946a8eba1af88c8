-- What each supplier says of a product it offers, how it changes (one change at a time, reviewed by somebody else), packs with
-- options, own numbers and tiers, labels the law wants, and the words that listing texts are looked through for.

-- One row a supplier's product: its own words beside what the product itself says. Whoever changes anything of a listing locks it.
create table catalogue.listing_content (
  supplier_id uuid not null,
  product_id uuid not null references catalogue.product,
  -- Only what the supplier says otherwise than the product; published, reviewed.
  content jsonb not null default '{}',
  -- Sold by the platform's own business (自营, 电子商务法 art. 37).
  own_account boolean not null default false,
  row_version integer not null default 1,
  published_at timestamptz,
  primary key (supplier_id, product_id)
);

create table catalogue.listing_change (
  id uuid primary key default uuidv7(),
  supplier_id uuid not null,
  product_id uuid not null,
  state text not null default 'draft'
    check (state in ('draft', 'submitted', 'changesRequested', 'published', 'rejected', 'cancelled')),
  -- Only what is to become otherwise, field by field.
  fields jsonb not null,
  -- The same fields as they stood when somebody decided.
  before jsonb,
  note text not null default '',
  -- Everybody who wrote at it: none of them decides.
  authors uuid[] not null check (cardinality(authors) > 0),
  saved_at timestamptz not null,
  submitted_by uuid,
  submitted_at timestamptz,
  -- Version of the word rules it was looked through with when it was handed in.
  rules_version text,
  decided_by uuid,
  decided_at timestamptz,
  message text,
  foreign key (supplier_id, product_id) references catalogue.listing_content,
  check (fields <> '{}' or state = 'cancelled'),
  check (state not in ('submitted', 'published', 'rejected', 'changesRequested') or submitted_by is not null),
  check ((state in ('published', 'rejected', 'changesRequested')) = (decided_by is not null)),
  -- Four eyes, whatever roles people hold.
  check (decided_by is null or not decided_by = any(authors))
);
create unique index listing_change_open on catalogue.listing_change (supplier_id, product_id)
  where state in ('draft', 'submitted', 'changesRequested');
create index listing_change_queue on catalogue.listing_change (state, id);
create index listing_change_product on catalogue.listing_change (supplier_id, product_id, id);

alter table catalogue.sku
  -- The supplier's own licensed number; trace's demonstration numbers stay with trace.
  add column gtin text check (gtin ~ '^\d{14}$'),
  -- [{ name, value }]: what tells the packs of one product apart beside their weight.
  add column options jsonb not null default '[]',
  -- The price people last looked at: small moves are measured from it, so that many of them make no large one.
  add column reference_price_fen bigint check (reference_price_fen > 0),
  -- A pack added later sells only once its change was confirmed.
  add column opened boolean not null default true,
  -- Businesses order in multiples of it.
  add column order_step_packs integer not null default 1 check (order_step_packs > 0);
create unique index sku_gtin on catalogue.sku (supplier_id, gtin) where gtin is not null;

-- Prices for businesses, from so many packs on.
create table catalogue.price_tier (
  sku_id uuid not null references catalogue.sku,
  minimum_packs integer not null check (minimum_packs > 0),
  price_fen bigint not null check (price_fen > 0),
  primary key (sku_id, minimum_packs)
);
insert into catalogue.price_tier (sku_id, minimum_packs, price_fen)
  select id, minimum_order_packs, wholesale_price_fen from catalogue.sku where wholesale_price_fen is not null;

-- Who paid for a better place, where and until when: shown as 广告 (电子商务法 art. 40).
create table catalogue.paid_placement (
  id uuid primary key default uuidv7(),
  supplier_id uuid not null,
  product_id uuid not null references catalogue.product,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  contract text not null check (contract <> ''),
  entered_by uuid not null,
  entered_at timestamptz not null,
  ended_at timestamptz
);
create index paid_placement_product on catalogue.paid_placement (product_id, supplier_id);

-- Words that listing texts may not hold, or must show a certificate for: dated data with its source, never rewritten.
create table catalogue.word_rules (
  version text primary key,
  effective_from date not null unique,
  source text not null,
  -- [{ id, law, weight, patterns, unless?, why, fix }]
  rules jsonb not null
);

-- Verified papers, for whoever shows a mark: a page asks for today, so an expired one vanishes by itself.
create view admission.certificate_v as
  select id, supplier_id, product_id, kind, number, valid_until, verified_at
    from admission.certificate where state = 'valid';
create index certificate_product on admission.certificate (product_id, kind) where state = 'valid';

-- Whose offer of a product may carry the name and mark of a geographical indication at this moment.
create view catalogue.gi_right_v as
  select product_id, supplier_id from admission.certificate_v
   where kind = 'geographicalIndication' and product_id is not null
     and valid_until >= (select (platform.business_now() at time zone 'Asia/Shanghai')::date);

-- What the law wants said of an offer.
create view catalogue.listing_label_v as
  select listing.supplier_id, listing.product_id, listing.own_account,
         exists (select from catalogue.paid_placement placement
                  where placement.supplier_id = listing.supplier_id and placement.product_id = listing.product_id
                    and placement.ended_at is null
                    and (select (platform.business_now() at time zone 'Asia/Shanghai')::date)
                        between placement.starts_on and placement.ends_on) as advertised
    from catalogue.listing_content listing;

create view catalogue.price_tier_v as select sku_id, minimum_packs, price_fen from catalogue.price_tier;

create or replace view catalogue.offer_v as
  select sku.id as sku_id, sku.product_id, sku.supplier_id, sku.pack, sku.net_grams, sku.price_fen, sku.stock_state,
         product.slug, product.name_zh, product.perishable,
         listing.supplier_id is not null as listed,
         coalesce(listing.may_sell, false) and product.sale_banned_reason is null and sku.opened as for_sale,
         sku.gtin, sku.options, sku.minimum_order_packs, sku.order_step_packs
    from catalogue.sku
    join catalogue.product on product.id = sku.product_id
    left join admission.listing_right_v listing
      on listing.supplier_id = sku.supplier_id and listing.product_id = sku.product_id;

grant select on admission.certificate_v, catalogue.gi_right_v, catalogue.listing_label_v, catalogue.price_tier_v to xihuo_app;
grant select, insert on catalogue.listing_content, catalogue.listing_change, catalogue.paid_placement, catalogue.word_rules
  to xihuo_app;
grant update (content, own_account, row_version, published_at) on catalogue.listing_content to xihuo_app;
grant update (state, fields, before, note, authors, saved_at, submitted_by, submitted_at, rules_version, decided_by, decided_at,
  message) on catalogue.listing_change to xihuo_app;
grant update (ended_at) on catalogue.paid_placement to xihuo_app;
grant select, insert, delete on catalogue.price_tier to xihuo_app;
grant select on all tables in schema catalogue to xihuo_auditor;

insert into registry.policy (key, value, effective_from, source) values
  ('catalogue.priceBandBp', '1000', '2026-01-01',
   '价格调整在核定价上下一成以内即时生效，超出须复核；幅度为平台规则初始设定，可按规则变更程序调整（价格法第13、14条：明码标价，不得哄抬）'),
  ('catalogue.expiringDays', '30', '2026-01-01', '证书到期前提示天数；平台规则初始设定，可按规则变更程序调整')
on conflict do nothing;

-- Patterns are matched in small letters and half width, with nothing written between Chinese signs (第 一 and 第·一 are 第一).
insert into catalogue.word_rules (version, effective_from, source, rules) values ('2026-1', '2020-01-01',
 '广告法（2021修正）第九、十七、十八、二十八条；食品安全法（2021修正）第七十三条；有机产品认证管理办法；地理标志产品保护办法；词表为平台整理，逐年复核',
 $json$[
  {"id":"absolute","law":"广告法第九条第三项","weight":"blocks",
   "patterns":["国家级(?!非物质|非遗|农业产业化|农业龙头|龙头|贫困|重点|农民专业合作社|示范)","世界级","最高级","最佳","最好","最优","最强","最正宗","最新鲜","最便宜","最低价","最大(?!限度|程度)","最先进","最受欢迎","最天然","最健康","第一(?!书记|次|产业|师|时间|年|季|批|茬|代|步|手|章|条|村|小学|中学)","顶级","极品","极致","独一无二","绝无仅有","史无前例","全网最","全国最","冠军","王牌","no\\.?1(?!\\d)","number ?one","\\bbest\\b","\\bfinest\\b","world[- ]?class","unrivalled","unbeatable"],
   "why":{"zh":"绝对化用语","en":"a word of the absolute"},
   "fix":{"zh":"删去该词，改为可以证明的事实，如品种、海拔、检测数值","en":"Take it out; state what can be proven, such as variety, altitude or a measured value"}},
  {"id":"only","law":"广告法第九条第三项、第二十八条","weight":"review",
   "patterns":["唯一","首选","首创","独家","仅此一家","领先","领导品牌","纯天然","百分之百","100%","零添加","无添加","\\bonly\\b","leading","100% ?natural","additive[- ]?free"],
   "why":{"zh":"须有依据的用语","en":"a claim that wants proof"},
   "fix":{"zh":"请在说明中附依据，或删去该词","en":"Give the proof in the note, or take it out"}},
  {"id":"disease","law":"广告法第十七条、食品安全法第七十三条第一款","weight":"blocks",
   "patterns":["治疗","治愈","医治","根治","疗效","药效","药用价值","抗癌","防癌","抗肿瘤","降血压","降血糖","降血脂","降三高","降压","降糖","消炎","祛病","防病","预防疾病","预防感冒","预防癌","止咳","化痰","\\bcures?\\b","\\btreats?\\b","\\bheals?\\b","anti[- ]?cancer","lowers? blood","prevents? disease","medicinal value"],
   "why":{"zh":"食品不得涉及疾病预防、治疗功能","en":"food may claim neither to prevent nor to treat disease"},
   "fix":{"zh":"删去功效说法，只写味道、产地、做法","en":"Take the claim out; write of taste, origin and use"}},
  {"id":"health","law":"广告法第十八条、食品安全法第七十三条","weight":"blocks",
   "patterns":["增强免疫","提高免疫","免疫力","延缓衰老","抗衰老","抗氧化","美容养颜","养颜","补肾","壮阳","补血","益气","养胃","健脾","润肺","清热解毒","清肺","去火","降火","排毒","减肥","瘦身","安神","助眠","明目","护肝","养肝","保健","滋补","养生","boosts? immun","immunity","anti[- ]?age?ing","antioxidant","\\bdetox","slimming","weight[- ]?loss"],
   "why":{"zh":"普通食品不得宣称保健功能","en":"ordinary food may claim no health function"},
   "fix":{"zh":"删去保健说法；营养成分请写检测数值","en":"Take the claim out; give nutrients as measured values"}},
  {"id":"safety","law":"广告法第十八条第一项、第二十八条","weight":"blocks",
   "patterns":["无任何副作用","无副作用","绝对安全","百分百安全","100%安全","无毒无害","包治","无效退款","no side effects","absolutely safe","100% ?safe"],
   "why":{"zh":"对功效、安全性的断言或保证","en":"an assertion or guarantee of effect or safety"},
   "fix":{"zh":"删去该说法，可注明检测报告编号","en":"Take it out; a test report may be named instead"}},
  {"id":"organic","law":"有机产品认证管理办法第三十五条","weight":"blocks","unless":"organic",
   "patterns":["有机(?!质|肥|会|物|酸)","\\borganic\\b"],
   "why":{"zh":"未获有机产品认证不得标注“有机”","en":"\"organic\" wants a valid organic certificate"},
   "fix":{"zh":"提交有效的有机产品认证证书，或删去该词","en":"Hand in a valid organic certificate, or take it out"}},
  {"id":"greenFood","law":"绿色食品标志管理办法","weight":"blocks","unless":"greenFood",
   "patterns":["绿色食品","green food"],
   "why":{"zh":"未获许可不得标注“绿色食品”","en":"\"green food\" wants a valid licence"},
   "fix":{"zh":"提交有效的绿色食品证书，或删去该词","en":"Hand in a valid certificate, or take it out"}},
  {"id":"gi","law":"地理标志产品保护办法、商标法第十六条","weight":"blocks","unless":"geographicalIndication",
   "patterns":["地理标志","地标产品","geographical indication"],
   "why":{"zh":"地理标志须有本产品有效的用标证书","en":"a geographical indication wants a valid certificate for this product"},
   "fix":{"zh":"提交有效的地理标志用标证书，或删去该词","en":"Hand in a valid certificate, or take it out"}}
 ]$json$);
