import { invariants } from './invariants';

export { invariants, whenQuiet } from './invariants';

/** Names what does not hold, with the number of rows that break it; empty where all is well. */
export async function brokenInvariants(
  count: (sql: string) => Promise<number>,
  wanted: Readonly<Record<string, string>> = invariants,
): Promise<Record<string, number>> {
  const broken: Record<string, number> = {};
  for (const [name, sql] of Object.entries(wanted)) {
    const rows = await count(sql);
    if (rows !== 0) broken[name] = rows;
  }
  return broken;
}

/** Ends a suite: looks at its books a last time and closes; whatever its tests did, all invariants hold, or the suite fails. `around` is what is closed, where the field is part of something. */
export async function closeSound(
  field: { count(sql: string): Promise<number>; close(): Promise<void> } | undefined,
  around: { close(): Promise<void> } | undefined = field,
): Promise<void> {
  // Where it could not even be opened, that is what the suite fails by.
  if (!field) return;
  const broken = await brokenInvariants((sql) => field.count(sql));
  await (around ?? field).close();
  if (Object.keys(broken).length > 0) throw new Error(`the books do not hold: ${JSON.stringify(broken)}`);
}
