import { countDrafts, deviceDraft, forgetDrafts } from './device-draft';

/** A device as the browser shows it: what is kept are its own properties. */
class Device {
  [slot: string]: unknown;
  getItem(slot: string) {
    return Object.hasOwn(this, slot) ? (this[slot] as string) : null;
  }
  setItem(slot: string, value: string) {
    this[slot] = value;
  }
  removeItem(slot: string) {
    Reflect.deleteProperty(this, slot);
  }
}

afterEach(() => void Reflect.deleteProperty(globalThis, 'localStorage'));

test('a draft is kept for one person and one thing, until it is sent or its owner signs out', () => {
  const localStorage = new Device();
  Object.assign(globalThis, { localStorage });
  localStorage.setItem('xihuo.console.keys', 'off');
  const own = deviceDraft<{ place: string }>('inspection 1', 'a');
  expect(own.kept()).toBeNull();
  expect(own.keep({ place: '村口' })).toBe(true);
  expect(deviceDraft('inspection 1', 'a').kept()).toEqual({ place: '村口' });
  expect(deviceDraft('inspection 1', 'b').kept()).toBeNull();
  expect(deviceDraft('inspection 2', 'a').kept()).toBeNull();
  own.forget();
  expect(own.kept()).toBeNull();
  own.keep({ place: '加工间' });
  const others = deviceDraft<{ place: string }>('inspection 1', 'ab');
  others.keep({ place: '冷库' });
  expect([countDrafts('a'), countDrafts('ab'), countDrafts('b')]).toEqual([1, 1, 0]);
  forgetDrafts('a');
  expect(countDrafts('a')).toBe(0);
  expect(own.kept()).toBeNull();
  expect(others.kept()).toEqual({ place: '冷库' });
  expect(localStorage.getItem('xihuo.console.keys')).toBe('off');
});

test('a device that keeps nothing says so, and what it holds in pieces counts for nothing', () => {
  const own = deviceDraft('inspection 1', 'a');
  expect(own.keep({ place: '村口' })).toBe(false);
  expect(own.kept()).toBeNull();
  const localStorage = new Device();
  Object.assign(globalThis, { localStorage });
  own.keep({ place: '村口' });
  for (const slot of Object.keys(localStorage)) localStorage.setItem(slot, '{');
  expect(own.kept()).toBeNull();
});
