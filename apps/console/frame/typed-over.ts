import type { ApiProblem } from '@xihuo/ui';
import { useState } from 'react';

/** What somebody typed over what stands, and the version they typed it over; null once they were told that it is another one now. */
export interface Typed<T> {
  readonly value: T;
  readonly over: number | null;
}

/** Nothing typed shows and sends what stands. */
export const typedOn = <T>(typed: Typed<T> | null, value: T, version: number): Typed<T> => ({
  value,
  over: typed ? typed.over : version,
});
export const versionTyped = <T>(typed: Typed<T> | null, version: number): number => typed?.over ?? version;
export const toldOf = <T>(typed: Typed<T> | null, code: string): Typed<T> | null =>
  typed && code === 'STALE_VERSION' ? { ...typed, over: null } : typed;

/**
 * A form over something that others change too. What is read again meanwhile does not pass for what was seen: the version that was typed
 * over is sent, until the server has told that somebody was faster; and what was typed stays through that.
 */
export function useTypedOver<T>(standing: T, version: number) {
  const [typed, setTyped] = useState<Typed<T> | null>(null);
  return {
    value: typed ? typed.value : standing,
    version: versionTyped(typed, version),
    set: (value: T) => setTyped(typedOn(typed, value, version)),
    refused: ({ code }: ApiProblem) => setTyped((now) => toldOf(now, code)),
    /** Saved, and read again: what stands is shown. */
    done: () => setTyped(null),
  };
}
