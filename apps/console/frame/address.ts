/** The address with one of its choices made anew: what else was chosen stays, and an empty choice is none. */
export function withParam(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const address = new URLSearchParams(search);
  if (value === '') address.delete(name);
  else address.set(name, value);
  return address;
}

/** What a press on a column's head makes of `sort`: first from the smallest, then from the largest, then as the list is by itself. */
export function nextSort(now: string, by: string): string {
  if (now === by) return `-${by}`;
  return now === `-${by}` ? '' : by;
}
