/** @jest-environment node */
const stored = new Map<string, string>();
const listeners = new Map<string, () => void>();

beforeAll(() => {
  Object.assign(globalThis, {
    localStorage: {
      getItem: (slot: string) => stored.get(slot) ?? null,
      setItem: (slot: string, text: string) => void stored.set(slot, text),
    },
    window: { addEventListener: (name: string, listener: () => void) => void listeners.set(name, listener) },
  });
});

test('who signs out leaves nothing that this browser kept for them', async () => {
  const { keep, forgetKept } = await import('./kept');
  const isText = (value: unknown): value is string => typeof value === 'string';
  const cart = keep('cart', '', isText);
  const address = keep('address', '', isText);
  cart.set('two apples');
  address.set('a street');
  forgetKept();
  expect([cart.get(), address.get()]).toEqual(['', '']);
  expect([...stored.values()].join()).not.toMatch(/apples|street/);
});
