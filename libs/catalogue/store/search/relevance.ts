import { joined } from '../../rules/search/plain';
import type { SearchQuery } from '../../rules/search/query';
import type { Parameters } from './filter';

/**
 * How well a name answers, 0 best: it is what was typed, ends with it (静宁苹果 is an apple), begins with it, holds it; then by how
 * many of the words it lacks.
 */
export function relevance({ wholes, words }: SearchQuery, parameters: Parameters, names = 'doc.names'): string {
  const like = (pattern: (whole: string) => string) =>
    `${names} like any(${parameters.add(wholes.map(pattern), 'text[]')})`;
  const last = parameters.add(`%${joined(words.at(-1) ?? '')}|%`, 'text');
  const lacking = `(select count(*) from unnest(${parameters.add(
    words.map((word) => `%${joined(word)}%`),
    'text[]',
  )}) word where ${names} not like word)`;
  return `case when ${like((whole) => `%|${whole}|%`)} then 0 when ${like((whole) => `%${whole}|%`)} then 1
               when ${like((whole) => `%|${whole}%`)} then 2 when ${like((whole) => `%${whole}%`)} then 3
               else 4 + 2 * ${lacking} + case when ${names} like ${last} then 0 else 1 end end`;
}
