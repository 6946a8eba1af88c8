/** Nobody publishes an edition they drafted, nor one of which they alone wrote down what it leaves out. */
export function mayPublishEdition(
  personId: string,
  { drafted_by, excluded_by }: { drafted_by: string; excluded_by: readonly string[] },
): boolean {
  return drafted_by !== personId && !excluded_by.includes(personId);
}
