import type { Standard } from '../rules/standard';
import type { StandardRow } from '../store/application.sql';

export function standardOf(row: StandardRow): Standard {
  const { version, published_on: publishedOn, effective_from: effectiveFrom, criteria, source } = row;
  return { version, publishedOn, effectiveFrom, criteria, source };
}
