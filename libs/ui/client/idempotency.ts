/** A random UUID (version 4). Not crypto.randomUUID, which browsers hide on plain http, as on a phone in the LAN. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * The key under which a write is sent. The same content gets the same key until it is forgotten, even over a reload in
 * the middle of the call, so a double tap or a retry after a lost answer is one order. Changed content is a new request.
 */
export function idempotencyKey(scope: string, content: unknown, store: Store = sessionStorage): string {
  const slot = `xihuo.key.${scope}`;
  const text = JSON.stringify(content);
  const kept = JSON.parse(store.getItem(slot) ?? 'null') as { text: string; key: string } | null;
  if (kept?.text === text) return kept.key;
  const key = randomId();
  store.setItem(slot, JSON.stringify({ text, key }));
  return key;
}

/** To be called once the answer has come: the next request of the scope is another one, even with equal content. */
export function forgetIdempotencyKey(scope: string, store: Store = sessionStorage): void {
  store.removeItem(`xihuo.key.${scope}`);
}
