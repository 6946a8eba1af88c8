import type { RegionPath } from '../delivery';
import { CITIES } from './cities';

export interface Region {
  readonly code: string;
  readonly name: string;
  readonly level: string;
}

/** What lies directly below a region, the provinces below null; as the cascade reads it. */
export type Below = (parent: string | null) => Promise<readonly Region[]>;

/** Signs between the parts of an address, as people type them. */
const SEPARATORS = /^[\s,，、;；:：/|·\-—_。.]+/u;
/** What forms write between province and county where there is no city. */
const FILLERS = /^(?:市?辖区|省直辖县级行政区划|自治区直辖县级行政区划|省直辖)/u;

const PEOPLES =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|' +
  '达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|各';
/** What kind of region it is, with the peoples it is named for; where nothing is left without those (内蒙古, 西藏), with the kind alone. */
const SUFFIXES = [
  new RegExp(`(?:(?:(?:${PEOPLES})族?)*自治[区州县旗]|地区|新区|林区|特区|省|市|区|县|旗|盟|州)$`, 'u'),
  /自治区$/u,
];
/** After a short name these make another name of it: 吉林市 is not 吉林, 朝阳路 is not 朝阳区. */
const OTHERWISE = /^[市州盟路街道巷弄里镇乡村]/u;

/** 内蒙古自治区 as 内蒙古, 延边朝鲜族自治州 as 延边; a name that would be a single sign stays whole. */
export function shortName(name: string): string {
  return SUFFIXES.map((suffix) => name.replace(suffix, '')).find((short) => [...short].length >= 2) ?? name;
}

const trimmed = (text: string): string => text.replace(SEPARATORS, '');

interface Met {
  readonly region: Region;
  readonly rest: string;
}

/** The region a text begins with: by its whole name, else by its short one; of several the longest. */
export function beginsWith(text: string, regions: readonly Region[]): Met | null {
  let met: Met | null = null;
  let length = 0;
  for (const region of regions) {
    for (const name of [region.name, shortName(region.name)]) {
      if (!text.startsWith(name) || name.length <= length) continue;
      const rest = text.slice(name.length);
      if (name !== region.name && OTHERWISE.test(rest)) continue;
      length = name.length;
      met = { region, rest: trimmed(rest) };
    }
  }
  return met;
}

/** 沪, 粤, 内蒙: how maps and number plates call provinces. */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ 京: '11', 津: '12', 冀: '13', 晋: '14', 蒙: '15', 辽: '21', 吉: '22', 黑: '23', 沪: '31', 苏: '32', 浙: '33' },
  ...{ 皖: '34', 闽: '35', 赣: '36', 鲁: '37', 豫: '41', 鄂: '42', 湘: '43', 粤: '44', 桂: '45', 琼: '46', 渝: '50' },
  ...{ 川: '51', 蜀: '51', 贵: '52', 黔: '52', 云: '53', 滇: '53', 藏: '54', 陕: '61', 秦: '61', 甘: '62', 陇: '62' },
  ...{ 青: '63', 宁: '64', 新: '65' },
};

/** The first two digits of the province in which a city lies that the text begins with. */
function provinceOfCity(text: string): string | null {
  let found: string | null = null;
  let length = 0;
  for (const [province, names] of Object.entries(CITIES)) {
    for (const name of names.split(' ')) {
      if (name.length > length && text.startsWith(name)) [found, length] = [province, name.length];
    }
  }
  return found;
}

/** Whether an address may begin here, by what is known without asking. */
export function soundsLikePlace(text: string, provinces: readonly Region[]): boolean {
  return beginsWith(text, provinces) !== null || provinceOfCity(text) !== null;
}

async function provinceMet(text: string, below: Below): Promise<Met | null> {
  const provinces = await below(null);
  const byName = beginsWith(text, provinces);
  if (byName) return byName;
  const ofCity = provinceOfCity(text);
  const sign = SIGNS[text[0] ?? ''];
  const region = provinces.find(({ code }) => code.startsWith(ofCity ?? sign ?? '-'));
  if (!region || ofCity !== null) return region ? { region, rest: text } : null;
  // A sign alone says little: 新华路 is not in 新疆. Only before something that lies there it is the province.
  const rest = trimmed(text.slice(1));
  return beginsWith(rest, await below(region.code)) ? { region, rest } : null;
}

export interface Place {
  readonly path: RegionPath;
  /** What is left of the text: street and house. */
  readonly rest: string;
}

/** Below a province whose city was left out: 浙江省义乌市 lies in 金华. */
async function countyAnywhere(rest: string, second: readonly Region[], below: Below) {
  const cities = second.filter(({ level }) => level === 'prefecture');
  const counties = await Promise.all(cities.map(({ code }) => below(code)));
  for (const [at, city] of cities.entries()) {
    const met = beginsWith(rest, counties[at] ?? []);
    if (met) return { city, met };
  }
  return null;
}

/** The place a text begins with, as deep as it is named. Null where it begins with none. */
export async function readPlace(text: string, below: Below): Promise<Place | null> {
  const province = await provinceMet(trimmed(text), below);
  if (!province) return null;
  const { code, name } = province.region;
  // 上海市上海市浦东新区, as forms of other shops write it.
  const rest = trimmed(
    (province.rest.startsWith(name) ? trimmed(province.rest.slice(name.length)) : province.rest).replace(FILLERS, ''),
  );
  const path = { province: code, prefecture: '', county: '' };
  const second = await below(code);
  const city = beginsWith(rest, second);
  if (!city) {
    const county = await countyAnywhere(rest, second, below);
    if (!county) return { path, rest };
    const { city: above, met } = county;
    return { path: { ...path, prefecture: above.code, county: met.region.code }, rest: met.rest };
  }
  const inCity = { ...path, prefecture: city.region.code };
  if (city.region.level === 'county') return { path: inCity, rest: city.rest };
  const below3 = city.rest.replace(FILLERS, '');
  const county = beginsWith(below3, await below(city.region.code));
  return county
    ? { path: { ...inCity, county: county.region.code }, rest: county.rest }
    : { path: inCity, rest: below3 };
}
