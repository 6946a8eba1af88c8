import type { Chinese } from './plain';
import { joined, plain, isHan, runs } from './plain';
import { documentTerms, hanOf, namesText, nameTerms } from './document';
import { KIND_WORDS } from './kinds';
import { SHORTEST_SLIP, slipKeys, type KnownWord } from './spelling';

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
  geographical_indication: boolean;
  harvest_months: readonly number[];
  price_fen: bigint;
  suppliers: readonly { id: string; name: string }[];
  deliver_to: readonly string[] | null;
}

/** The row that is searched for a product. */
export function documentOf(source: Source, chinese: Chinese) {
  const { product_id, name_zh, name_en, category, region_code, places, suppliers } = source;
  const at = (level: Place['level']) => places.find((place) => place.level === level)?.code ?? null;
  return {
    ...{ product_id, category, region_code },
    names: namesText(name_zh, name_en, chinese),
    terms: documentTerms(
      {
        nameZh: name_zh,
        nameEn: name_en,
        kinds: KIND_WORDS[category as keyof typeof KIND_WORDS] ?? [],
        places,
        suppliers: suppliers.map(({ name }) => name),
      },
      chinese,
    ),
    province_code: at('province') ?? region_code,
    prefecture_code: at('prefecture'),
    county_code: at('county'),
    key_county: source.key_county,
    certificates: source.geographical_indication ? ['geographicalIndication'] : [],
    season_months: source.harvest_months.reduce((bits, month) => bits | (1 << month), 0),
    price_fen: source.price_fen.toString(),
    supplier_ids: suppliers.map(({ id }) => id),
    deliver_to: source.deliver_to,
    recommended_rank: source.recommended_rank.toString(),
  };
}

export interface NameRow {
  kind: 'supplier' | 'place';
  key: string;
  label: string;
  names: string;
  terms: string[];
}

/** Sellers and places of some products, each once, to be proposed while somebody types. */
export function namesOf(sources: readonly Source[], chinese: Chinese): NameRow[] {
  const named = new Map<string, Omit<NameRow, 'names' | 'terms'>>();
  for (const { suppliers, places } of sources) {
    for (const { id, name } of suppliers) named.set(id, { kind: 'supplier', key: id, label: name });
    for (const { code, name } of places) named.set(code, { kind: 'place', key: code, label: name });
  }
  return [...named.values()].map((row) => ({
    ...row,
    names: namesText(row.label, '', chinese),
    terms: [...new Set(nameTerms(row.label, '', chinese))],
  }));
}

/** Words that names are made of, as they are typed and as they are shown. */
export function wordsOf(sources: readonly Source[], chinese: Chinese): (KnownWord & { keys: string[] })[] {
  const known = new Map<string, KnownWord>();
  const add = (latin: string, shown: string) => known.set(`${latin}|${shown}`, { latin, shown });
  for (const { name_zh, name_en, places } of sources) {
    const zh = plain(name_zh, chinese);
    // Not whole names: every product has one of its own, and slips are made in words.
    const cut = runs(zh).filter(isHan).flatMap(chinese.cut);
    for (const word of cut) if ([...word].length > 1) add(chinese.syllables(word).join(''), word);
    for (const place of places) add(joined(plain(place.pinyin, chinese)), hanOf(plain(place.name, chinese)));
    for (const word of plain(name_en, chinese).split(' ')) if (word.length >= SHORTEST_SLIP) add(word, word);
  }
  return [...known.values()].map((word) => ({ ...word, keys: slipKeys(word.latin) }));
}
