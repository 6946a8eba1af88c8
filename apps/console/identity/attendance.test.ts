/** A window that remembers who listens for what. */
const listening = new Map<string, () => void>();
const shown = { activeElement: { tagName: 'BODY' }, hasFocus: () => true };
beforeAll(() => {
  jest.useFakeTimers();
  Object.assign(globalThis, {
    document: shown,
    window: { addEventListener: (sign: string, heard: () => void) => listening.set(sign, heard) },
  });
});
afterAll(() => jest.useRealTimers());

test('nobody is there a minute after the last sign of somebody, and somebody is with the next', async () => {
  const { isUnattended } = await import('./attendance');
  expect(isUnattended()).toBe(false);
  jest.advanceTimersByTime(59_000);
  expect(isUnattended()).toBe(false);
  jest.advanceTimersByTime(1_000);
  expect(isUnattended()).toBe(true);
  listening.get('keydown')!();
  expect(isUnattended()).toBe(false);
  expect([...listening.keys()].sort()).toEqual(['keydown', 'pointerdown', 'pointermove', 'touchstart', 'wheel']);
});

test('who reads a paper in its frame is there for a quarter of an hour more', async () => {
  const { isUnattended } = await import('./attendance');
  listening.get('pointerdown')!();
  shown.activeElement = { tagName: 'IFRAME' };
  jest.advanceTimersByTime(14 * 60_000);
  expect(isUnattended()).toBe(false);
  jest.advanceTimersByTime(60_000);
  expect(isUnattended()).toBe(true);
});
