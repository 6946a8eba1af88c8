import type { ApiProblem } from '@xihuo/ui';
import { useRef, useState } from 'react';

/** What somebody typed, over what and over which version of it; that is null once they were told that it is another one now. */
export interface Typed<T> {
  readonly value: T;
  readonly standing: T;
  readonly over: number | null;
}

/** What stands, as it was read last. */
export interface Read<T> {
  readonly standing: T;
  readonly version: number;
}

/** Nothing typed shows and sends what stands. */
export const typedOn = <T>(typed: Typed<T> | null, value: T, { standing, version }: Read<T>): Typed<T> =>
  typed ? { ...typed, value } : { value, standing, over: version };
export const versionTyped = <T>(typed: Typed<T> | null, version: number): number => typed?.over ?? version;
export const toldOf = <T>(typed: Typed<T> | null, code: string): Typed<T> | null =>
  typed && code === 'STALE_VERSION' ? { ...typed, over: null } : typed;

/** Fields by the id of what they are about. */
export type Fields = Readonly<Record<string, string>>;

const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Beside other forms and acts: what these moved leaves the fields as they were seen, and so takes nothing from anybody. */
export const versionBeside = <T>(typed: Typed<T> | null, { standing, version }: Read<T>): number =>
  typed && alike(typed.standing, standing) ? version : versionTyped(typed, version);

/** What was typed on while the rest was under way stays, over what has just been saved; null where some of it was not sent. */
export const savedOf = <T>(typed: Typed<T> | null, sent: T | null, saved: Read<T>): Typed<T> | null =>
  !typed || alike(typed.value, sent) ? null : { value: typed.value, standing: saved.standing, over: saved.version };

/** The same of a sheet: what was sent of it shows what stands now, also where that waits for somebody; a field typed on in stays. */
export const sheetSavedOf = (
  typed: Typed<Fields> | null,
  sent: Fields | null,
  saved: Read<Fields>,
): Typed<Fields> | null => {
  const typing = Object.entries(typed?.value ?? {}).filter(([name, text]) => text !== sent?.[name]);
  if (typing.length === 0) return null;
  return {
    value: { ...saved.standing, ...Object.fromEntries(typing) },
    standing: saved.standing,
    over: saved.version,
  };
};

/** Of a sheet of fields only those that were typed in are one's own; the others show what stands now. */
export const laidOver = (typed: Typed<Fields> | null, standing: Fields): Fields => ({
  ...standing,
  ...(typed && Object.fromEntries(Object.entries(typed.value).filter(([name, text]) => text !== typed.standing[name]))),
});

/**
 * A form over something that others change too. What is read again meanwhile does not pass for what was seen: the version that was typed
 * over is sent, until the server has told that somebody was faster; and what was typed stays through that.
 */
export function useTypedOver<T>(standing: T, version: number, savedBy: typeof savedOf<T> = savedOf) {
  const [typed, setTyped] = useState<Typed<T> | null>(null);
  // The answer comes to a page that was drawn again since: what went along is not read off its fields.
  const sent = useRef<T | null>(null);
  const value = typed ? typed.value : standing;
  return {
    value,
    version: versionTyped(typed, version),
    /** Whether somebody typed here since it was saved. */
    touched: typed !== null,
    set: (next: T) => setTyped((now) => typedOn(now, next, { standing, version })),
    /** For fields that change without looking at one another. */
    change: (next: (now: T) => T) =>
      setTyped((now) => typedOn(now, next(now ? now.value : standing), { standing, version })),
    refused: ({ code }: ApiProblem) => setTyped((now) => toldOf(now, code)),
    /** Saved, and read again: what stands is shown. */
    done: () => setTyped(null),
    /** Saved, where the form is typed on while that is under way. */
    saved: (sent: T | null, next: Read<T>) => setTyped((now) => savedBy(now, sent, next)),
    /** Notes what goes along with a save, and afterwards what stands: what was typed on between the two stays. */
    sending: () => {
      sent.current = value;
    },
    answered: (next: Read<T>) => {
      const went = sent.current;
      setTyped((now) => savedBy(now, went, next));
    },
    /** The version to send where other forms and acts of the page raise it too. */
    beside: versionBeside(typed, { standing, version }),
    typed,
  };
}

/** A sheet of fields over something that others change too, field by field. */
export function useFieldsOver(standing: Fields, version: number) {
  const { typed, ...form } = useTypedOver(standing, version, sheetSavedOf);
  return {
    ...form,
    value: laidOver(typed, standing),
    put: (name: string, text: string) => form.change((now) => ({ ...now, [name]: text })),
  };
}
