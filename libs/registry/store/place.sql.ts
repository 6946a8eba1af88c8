import { statement } from '@xihuo/platform';

export interface RegionRow {
  code: string;
  name: string;
  level: 'province' | 'prefecture' | 'county';
  parent_code: string | null;
  side: 'east' | 'west' | null;
}

export const provinces = statement<RegionRow>(
  'registry.provinces',
  `select code, name, level, parent_code, side from registry.region where level = 'province' order by code`,
);

export const regionsBelow = statement<RegionRow>(
  'registry.regions_below',
  'select code, name, level, parent_code, side from registry.region where parent_code = $1 order by code',
);

export interface PairingRow {
  east_code: string;
  east_name: string;
  west_code: string;
  west_name: string;
  nickname: string;
  effective_from: string;
  source: string;
}

export const pairingsInForce = statement<PairingRow>(
  'registry.pairings_in_force',
  `select pairing.east_code, east.name as east_name, pairing.west_code, west.name as west_name, pairing.nickname,
          pairing.effective_from, pairing.source
     from registry.pairing
     join registry.region east on east.code = pairing.east_code
     join registry.region west on west.code = pairing.west_code
    cross join (select (platform.business_now() at time zone 'Asia/Shanghai')::date as today) clock
    where pairing.effective_from <= today and (pairing.effective_to is null or pairing.effective_to > today)
    order by pairing.east_code, pairing.west_code`,
);

// A region's parent may stand below it in the file; the foreign key is checked at the end of the statement.
export const insertRegions = statement(
  'registry.insert_regions',
  `insert into registry.region (code, name, level, parent_code, side, pinyin, province_code)
   select code, name, level, parent_code, side, pinyin, left(code, 2) || '0000'
     from json_to_recordset($1::json) as region (code text, name text, level text, parent_code text, side text, pinyin text)
   on conflict (code) do nothing`,
);

export const insertPairings = statement(
  'registry.insert_pairings',
  `insert into registry.pairing (east_code, west_code, nickname, effective_from, source)
   select east_code, west_code, nickname, effective_from, source
     from json_to_recordset($1::json)
          as pairing (east_code text, west_code text, nickname text, effective_from date, source text)
   on conflict do nothing`,
);

export const insertListedCounties = statement(
  'registry.insert_listed_counties',
  `insert into registry.listed_county (list, region_code, in_programme, effective_from, source)
   select list, region_code, bool_or(in_programme), effective_from, min(source)
     from json_to_recordset($1::json)
          as county (list text, region_code text, in_programme boolean, effective_from date, source text)
    group by list, region_code, effective_from
   on conflict do nothing`,
);

/** Whether there is a county anybody could come from. */
export const anyCounty = statement<{ there: boolean }>(
  'registry.any_county',
  `select exists (select from registry.region where level = 'county') as there`,
);
