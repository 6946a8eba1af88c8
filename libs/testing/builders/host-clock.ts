const RealDate = Date;

/** What the programs of this host take the time to be, in minutes from what it is; timers go on as they did. Put it back: 0. */
export function hostClock(minutes: number): void {
  globalThis.Date = minutes === 0 ? RealDate : awayBy(minutes * 60_000);
}

function awayBy(ms: number): DateConstructor {
  const now = () => RealDate.now() + ms;
  return new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
}
