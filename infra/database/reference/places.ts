import type { loading } from '@xihuo/registry';
import { csvIn, orNull } from '../read-csv';

type Places = Parameters<typeof loading.loadPlaces>[1];

const readCsv = csvIn(__dirname);

/** The lists themselves name years only; these are the days from which they are read as in force. */
const POVERTY_EXIT_LIST_FROM = '2021-01-01';
const KEY_COUNTY_LIST_FROM = '2021-08-27';

/** Every region of the country, the east-west pairings, and the two lists of counties. */
export const places = (): Places => ({
  regions: regions(),
  pairings: pairings(),
  listedCounties: [...exited(), ...key()],
});

function regions(): Places['regions'] {
  return readCsv<'code' | 'name' | 'level' | 'parent_code' | 'side' | 'pinyin'>('regions.csv').map((row) => ({
    code: row.code,
    name: row.name,
    level: row.level as Places['regions'][number]['level'],
    parentCode: orNull(row.parent_code),
    side: orNull(row.side) as Places['regions'][number]['side'],
    pinyin: row.pinyin,
  }));
}

function pairings(): Places['pairings'] {
  const columns = readCsv<'east_code' | 'west_code' | 'nickname' | 'effective_from' | 'evidence' | 'source_url'>(
    'pairings.csv',
  );
  return columns.map((row) => ({
    eastCode: row.east_code,
    westCode: row.west_code,
    nickname: row.nickname,
    effectiveFrom: `${row.effective_from}-01-01`,
    source: `${row.evidence} ${row.source_url}`.trim(),
  }));
}

function exited(): Places['listedCounties'] {
  return readCsv<'code' | 'in_programme' | 'exit_year'>('assisted-counties-832.csv').map((row) => ({
    list: 'povertyExitCounty',
    regionCode: row.code,
    inProgramme: row.in_programme === '1',
    effectiveFrom: POVERTY_EXIT_LIST_FROM,
    source: '832 个脱贫县名单',
  }));
}

function key(): Places['listedCounties'] {
  return readCsv<'code' | 'source_url'>('key-counties.csv').map((row) => ({
    list: 'keyAssistedCounty',
    regionCode: row.code,
    inProgramme: true,
    effectiveFrom: KEY_COUNTY_LIST_FROM,
    source: `160 个国家乡村振兴重点帮扶县名单（2021-08-27） ${row.source_url}`.trim(),
  }));
}
