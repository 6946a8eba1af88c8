import type { Catalog, Text } from './catalog';

const names = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!));

/** What one language has and the other lacks; empty when both are complete. Each app's catalogs are tested with it. */
export function sameWords(zh: Catalog, en: Readonly<Record<string, Text>>): string[] {
  const faults: string[] = [];
  for (const [key, text] of Object.entries(zh)) {
    const other = en[key];
    if (other === undefined || other.length === 0) {
      faults.push(`${key}: missing in English`);
      continue;
    }
    const said = names(typeof other === 'string' ? other : other[1]);
    for (const name of names(text)) if (!said.has(name)) faults.push(`${key}: {${name}} lost`);
    for (const name of said) if (!names(text).has(name)) faults.push(`${key}: {${name}} invented`);
  }
  for (const key of Object.keys(en)) if (!(key in zh)) faults.push(`${key}: missing in Chinese`);
  return faults;
}

/** Keys that more than one part of a catalog holds: joined, the last would silently speak for all of them. */
export function doubledWords(parts: readonly Readonly<Record<string, Text>>[]): string[] {
  const keys = parts.flatMap((part) => Object.keys(part));
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))].sort();
}
