/** As a browser's: what is stored are its own properties. */
class Store {
  [slot: string]: unknown;
  getItem(slot: string) {
    return Object.hasOwn(this, slot) ? this[slot] : null;
  }
  setItem(slot: string, text: string) {
    this[slot] = text;
  }
  removeItem(slot: string) {
    delete this[slot];
  }
}

let store: Store;
/** What is kept for this tab alone. */
let session: Store;
let tab: EventTarget;
let ours: typeof import('./kept');
let registry: typeof import('./forgetters');
let forgetting: typeof import('./forget-kept');
let farmers: typeof import('../benefit/signed-in-mark');

beforeEach(async () => {
  store = new Store();
  session = new Store();
  tab = new EventTarget();
  Object.assign(globalThis, { localStorage: store, sessionStorage: session, window: tab });
  jest.resetModules();
  ours = await import('./kept');
  registry = await import('./forgetters');
  forgetting = await import('./forget-kept');
  farmers = await import('../benefit/signed-in-mark');
});
afterAll(() => {
  for (const name of ['localStorage', 'sessionStorage', 'window']) Reflect.deleteProperty(globalThis, name);
});

const isText = (value: unknown): value is string => typeof value === 'string';

/** Another tab stores something, or takes it away, and this one hears of it; without a slot it empties the storage. */
function otherTab(slot: string | null, value?: string): void {
  if (slot === null) for (const each of Object.keys(store)) store.removeItem(each);
  else if (value === undefined) store.removeItem(slot);
  else store.setItem(slot, JSON.stringify(value));
  tab.dispatchEvent(Object.assign(new Event('storage'), { key: slot }));
}

test('who signs out leaves nothing that this browser kept for them', () => {
  const cart = ours.keep('xihuo.cart', '', isText);
  const searches = ours.keep('xihuo.searches', '', isText);
  cart.set('two apples');
  searches.set('pears');
  forgetting.forgetKept();
  expect([cart.get(), searches.get()]).toEqual(['', '']);
  expect(JSON.stringify({ ...store })).not.toMatch(/apples|pears/);
});

test('nor what parts of the shop kept that this page has not loaded, but others’ pages keep theirs', () => {
  store.setItem('xihuo.delivery', '"a street"');
  store.setItem('xihuo.cart.token', '"a key"');
  store.setItem('xihuo.console.hidden.orders', '["state"]');
  farmers.markSignedIn(true);
  forgetting.forgetKept();
  expect(Object.keys(store)).toEqual(['xihuo.console.hidden.orders', 'xihuo.farmer']);
  expect(farmers.mayBeSignedIn()).toBe(true);
});

test('nor what was written of an order whose answer did not come', () => {
  session.setItem('xihuo.key.order', '{"text":"张示例","key":"k"}');
  session.setItem('xihuo.console.recent', '[]');
  forgetting.forgetKept();
  expect(Object.keys(session)).toEqual(['xihuo.console.recent']);
});

test('what another tab changed is known though nothing on this page shows it', () => {
  const cart = ours.keep('xihuo.cart', '', isText);
  cart.set('two apples');
  otherTab('xihuo.cart', 'two apples, a pear');
  expect(cart.get()).toBe('two apples, a pear');
  otherTab('xihuo.cart');
  expect(cart.get()).toBe('');
  cart.set('a peach');
  otherTab(null);
  expect(cart.get()).toBe('');
});

test('what lives in memory alone is forgotten too', () => {
  const forgotten = jest.fn();
  registry.onForget(forgotten);
  forgetting.forgetKept();
  expect(forgotten).toHaveBeenCalledTimes(1);
});
