/** Suppliers, licences and signals by the hundred thousand, made by sets. Everything here is invented. */

/** @typedef {import('pg').Client} Client */

/** Licences and certificates of one supplier. */
export const certificatesEach = 20;
export const daysOfSignals = 365;

const evidence = `jsonb_build_object(
  'declared', jsonb_build_object('uscc', '93150125YY0001004B', 'kind', 'cooperative', 'countyCode', county_code,
    'licenceValidUntil', case when number % 10 = 0 then '2025-12-31' else '2035-12-31' end,
    'foodLicences', '[{"number":"SC11464010500015","validUntil":"2035-06-30"}]'::jsonb,
    'products', '[{"reference":"P1","scClass":"114"},{"reference":"P2","scClass":null}]'::jsonb,
    'linkage', '{"households":24,"models":["contractPurchase"]}'::jsonb,
    'papers', case when number % 2 = 0 then '[]' else '["linkageAgreement"]' end::jsonb)
    || case when number % 3 = 0 then '{}' else '{"undertaking":{"version":"1","truthful":true,"noPenalty":true,"publication":true}}' end::jsonb,
  'lookedUp', jsonb_build_object('countyLists', '[{"list":"keyAssistedCounty","inProgramme":true,"effectiveFrom":"2021-08-27","effectiveTo":null}]'::jsonb,
    'credit', 'clear', 'mandate', null))`;

/** Admitted suppliers from one number to another, each with its evidence and how it was judged. @param {Client} owner @param {number} from @param {number} to */
export async function addSuppliers(owner, from, to) {
  await owner.query(
    `insert into registry.organisation (id, reference, name_zh, name_en, kind, uscc, county_code, established_on)
     select md5('supplier' || number)::uuid, 'B' || number,
            county.name || (array['丰','禾','绿','源','盛','康','乐','泰','瑞','和'])[1 + number % 10]
              || (array['田','野','山','川','林','谷','原','泉','坡','岭'])[1 + number / 10 % 10]
              || (array['苹果','红枣','核桃','花椒','小米','土豆','牦牛','枸杞','茶叶','菌菇','柑橘','蜂蜜'])[1 + number / 100 % 12] || '专业合作社',
            'Example cooperative ' || number, 'cooperative', '93' || county.code || lpad(number::text, 9, '0') || 'X', county.code, '2020-01-01'
       from generate_series($1::integer, $2::integer) as number
       join (select code, name, row_number() over (order by code) - 1 as place, count(*) over () as places
               from registry.region where level = 'county') county on county.place = number % county.places`,
    [from, to],
  );
  await owner.query(
    `insert into admission.application (id, supplier_id, kind, county_code, state, evidence, standard_version, submitted_at)
     select md5('application' || number)::uuid, id, 'cooperative', county_code, 'certified', ${evidence},
            (select version from admission.standard order by effective_from limit 1), now()
       from (select id, county_code, substr(reference, 2)::integer as number from registry.organisation where reference like 'B%') made
      where number between $1 and $2 order by number`,
    [from, to],
  );
  await owner.query(
    `insert into admission.certification (supplier_id, application_id, certified_on, valid_until)
     select md5('supplier' || number)::uuid, md5('application' || number)::uuid,
            (platform.business_now() at time zone 'Asia/Shanghai')::date - number % 100, '2035-12-31'
       from generate_series($1::integer, $2::integer) as number`,
    [from, to],
  );
}

/** How each application was judged under the first standard: as the checks judge it, but with every licence still good. @param {Client} owner */
export async function addFindings(owner) {
  await owner.query(
    `insert into admission.finding (application_id, criterion, result, check_version, facts, judged_on)
     select application.id, criterion ->> 'id',
            case when jsonb_array_length(criterion -> 'checks') = 0 then 'notJudged' else 'pass' end,
            coalesce(criterion -> 'checks' ->> 0, 'people'), '[]', '2026-01-02'
       from admission.application application
       join admission.standard standard on standard.version = application.standard_version
      cross join jsonb_array_elements(standard.criteria) criterion
      order by application.id`,
  );
}

/** @param {Client} owner @param {number} from @param {number} to */
export async function addCertificates(owner, from, to) {
  await owner.query(
    `insert into admission.certificate (supplier_id, product_id, kind, scope, number, valid_until, state, handed_in_at, verified_by, verified_at)
     select md5('supplier' || number)::uuid,
            case when copy % 4 = 3 then md5('product' || number || '-' || copy)::uuid end,
            (array['foodOperationLicence', 'greenFood', 'organic', 'testReport'])[1 + copy % 4], 'S' || copy, 'C' || number || '-' || copy,
            (platform.business_now() at time zone 'Asia/Shanghai')::date + 1 + (number * 7919 + copy * 104729) % 1095,
            'valid', now(), 'bench', now()
       from generate_series($1::integer, $2::integer) as number, generate_series(1, $3::integer) as copy`,
    [from, to, certificatesEach],
  );
}

/**
 * One row a supplier and day for a year back: mostly orders, some complaints, returns, late parcels and dues; one supplier in fifty has
 * more complaints than a rule bears. @param {Client} owner @param {number} from @param {number} to
 */
export async function addSignals(owner, from, to) {
  await owner.query(
    `select admission.ensure_signal_partitions(((platform.business_now() at time zone 'Asia/Shanghai')::date - make_interval(months => month))::date, 1)
       from generate_series(0, 12) as month`,
  );
  await owner.query(
    `insert into admission.signal (supplier_id, kind, day, source, amount)
     select md5('supplier' || number)::uuid,
            case (number + back) % 20 when 0 then 'complaint' when 1 then 'return' when 2 then 'lateShipment'
                                      when 3 then 'priceAbovePeers' else 'order' end,
            (platform.business_now() at time zone 'Asia/Shanghai')::date - back, 'bench',
            case when (number + back) % 20 > 3 then 5 when number % 50 = 0 then 9 else 0 end
       from generate_series(1, $3::integer) as back, generate_series($1::integer, $2::integer) as number`,
    [from, to, daysOfSignals],
  );
}

/**
 * A coming standard that asks for more than the first: the paper behind the linkage, which half of all have, and a signed undertaking,
 * which two in three have; every licence is read again, and one in ten has ended. @param {Client} owner @param {string} version
 */
export async function addStricterStandard(owner, version) {
  await owner.query(
    `insert into admission.standard (version, published_on, effective_from, criteria, source)
     select $1, published_on, effective_from,
            (select jsonb_agg(case criterion ->> 'id' when 'ADM-S04' then criterion || '{"checks":["linkage@2"]}' else criterion end)
               from jsonb_array_elements(criteria) criterion)
              || jsonb_build_array(criteria -> 0 || '{"id":"ADM-S99","checks":["undertaking@1"]}'), source
       from admission.standard order by effective_from limit 1`,
    [version],
  );
}
