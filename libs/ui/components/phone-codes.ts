import { useEffect, useState } from 'react';

/** A mobile number of the mainland. */
export const PHONE = /^1\d{10}$/;
/** When another code may be asked for. */
export const AGAIN_AFTER_S = 60;

/** Digits as people write them: full-width ones from a Chinese keyboard, spaces and hyphens between them. */
export const digitsOf = (typed: string, most: number) => typed.normalize('NFKC').replace(/\D/g, '').slice(0, most);

/** Seconds that are left of so many, and how to begin them anew. */
export function useSecondsLeft(start: number) {
  const [left, setLeft] = useState(start);
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft] as const;
}
