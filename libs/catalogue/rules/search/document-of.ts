import type { Chinese } from './plain';
import { joined, plain, isHan, remembering, runs } from './plain';
import { documentTerms, hanOf, nameOf, namesText, nameTerms, type Besides, type Name } from './document';
import { KIND_WORDS } from './kinds';
import { SHORTEST_SLIP, type KnownWord } from './spelling';

export interface Place {
  code: string;
  name: string;
  level: 'province' | 'prefecture' | 'county';
  pinyin: string;
}

/** A product as the catalogue and the registry know it. */
export interface Source {
  product_id: string;
  name_zh: string;
  name_en: string;
  category: string;
  region_code: string;
  recommended_rank: bigint;
  places: readonly Place[];
  key_county: boolean;
  harvest_months: readonly number[];
  wants_certificate: boolean;
  price_fen: bigint;
  minimum_packs: number;
  /** Promised by the seller of the cheapest pack; null where nothing is. */
  sending_hours: number | null;
  suppliers: readonly { id: string; name: string }[];
  numbers: readonly string[];
  deliver_to: readonly string[] | null;
}

/** A product whose name was read. */
export interface ReadSource extends Source {
  name: Name;
}

export const readSource =
  (chinese: Chinese) =>
  (source: Source): ReadSource => ({ ...source, name: nameOf(source.name_zh, source.name_en, chinese) });

/** Behind all hours that can be promised. */
export const NOT_PROMISED = 9_999;

/** The row that is searched for a product. */
export function documentOf(source: ReadSource, besides: Besides) {
  const { product_id, name, category, region_code, places, suppliers } = source;
  const at = (level: Place['level']) => places.find((place) => place.level === level)?.code ?? null;
  const kinds = KIND_WORDS[category as keyof typeof KIND_WORDS] ?? [];
  const sellers = suppliers.map((supplier) => supplier.name);
  return {
    ...{ product_id, category, region_code },
    names: namesText(name),
    terms: documentTerms({ name, kinds, places, suppliers: sellers, numbers: source.numbers }, besides),
    province_code: at('province') ?? region_code,
    prefecture_code: at('prefecture'),
    county_code: at('county'),
    key_county: source.key_county,
    season_months: source.harvest_months.reduce((bits, month) => bits | (1 << month), 0),
    price_fen: source.price_fen.toString(),
    supplier_ids: suppliers.map(({ id }) => id),
    deliver_to: source.deliver_to,
    recommended_rank: source.recommended_rank.toString(),
    wants_certificate: source.wants_certificate,
    minimum_packs: source.minimum_packs,
    sending_hours: source.sending_hours ?? NOT_PROMISED,
  };
}

export interface NameRow {
  kind: 'supplier' | 'place';
  key: string;
  label: string;
  names: string;
  /** Lexemes, with spaces between. */
  terms: string;
}

/** Sellers and places of some products, each once, to be proposed while somebody types. */
export function namesOf(sources: readonly Source[]): Pick<NameRow, 'kind' | 'key' | 'label'>[] {
  const named = new Map<string, Pick<NameRow, 'kind' | 'key' | 'label'>>();
  for (const { suppliers, places } of sources) {
    for (const { id, name } of suppliers) named.set(id, { kind: 'supplier', key: id, label: name });
    for (const { code, name } of places) named.set(code, { kind: 'place', key: code, label: name });
  }
  return [...named.values()];
}

export function nameRow(row: Pick<NameRow, 'kind' | 'key' | 'label'>, chinese: Chinese): NameRow {
  const name = nameOf(row.label, '', chinese);
  return { ...row, names: namesText(name), terms: [...new Set(nameTerms(name))].join(' ') };
}

/** Words that names are made of, as they are typed and as they are shown. */
export function wordsOf(sources: readonly ReadSource[], chinese: Chinese): KnownWord[] {
  const known = new Map<string, KnownWord>();
  const add = (latin: string, shown: string) => known.set(`${latin}|${shown}`, { latin, shown });
  const latinOf = remembering((word) => chinese.syllables(word).join(''));
  const places = new Map(sources.flatMap((source) => source.places.map((place) => [place.code, place] as const)));
  for (const { name } of sources) {
    // Not whole names: every product has one of its own, and slips are made in words.
    const cut = runs(name.zh).filter(isHan).flatMap(chinese.cut);
    for (const word of cut) if ([...word].length > 1) add(latinOf(word), word);
    for (const word of name.en.split(' ')) if (word.length >= SHORTEST_SLIP) add(word, word);
  }
  for (const place of places.values()) add(joined(plain(place.pinyin, chinese)), hanOf(plain(place.name, chinese)));
  return [...known.values()];
}
