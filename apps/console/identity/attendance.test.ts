/** A window that remembers who listens for what. */
const listening = new Map<string, () => void>();
beforeAll(() => {
  jest.useFakeTimers();
  Object.assign(globalThis, {
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
  expect([...listening.keys()]).toEqual(expect.arrayContaining(['pointerdown', 'scroll', 'wheel', 'touchstart']));
});
