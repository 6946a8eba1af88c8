import { jest } from '@jest/globals';

/** What the programs of this host take the time to be, in minutes from what it is; timers go on as they did. Put it back: 0. */
export function hostClock(minutes: number): void {
  jest.useRealTimers();
  if (minutes === 0) return;
  jest.useFakeTimers({
    now: Date.now() + minutes * 60_000,
    doNotFake: [
      ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
      ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
    ],
  });
}
