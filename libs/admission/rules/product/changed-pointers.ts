type Json = unknown;

/** JSON pointers of what differs between two values, deepest first where both have the place; sorted. */
export function changedPointers(before: Json, after: Json, at = ''): string[] {
  if (Object.is(before, after)) return [];
  if (!isTree(before) || !isTree(after) || Array.isArray(before) !== Array.isArray(after))
    return [at === '' ? '/' : at];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => changedPointers(before[key], after[key], `${at}/${key}`));
}

function isTree(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null;
}
