import { useEffect, useId, useState, useSyncExternalStore, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { isTyped, unsavedNow } from './unsaved';

/** One page is open at a time. */
export const page = unsavedNow();

/** Holds the page as long as something is unsaved. */
export function useUnsaved(unsaved: boolean, lost: string | null = null): void {
  const id = useId();
  useEffect(() => (unsaved ? page.hold(id, lost) : undefined), [id, unsaved, lost]);
}

/** The same of a form that is filled once and sent: from its first field on. */
export function useTyping() {
  const [typing, setTyping] = useState(false);
  useUnsaved(typing);
  return ({ target }: FormEvent) => {
    if (isTyped(target as HTMLElement & { type?: string })) setTyping(true);
  };
}

/** The step that follows on saving: what was typed is where it belongs. */
export function useSavedStep(): (to: string) => void {
  const navigate = useNavigate();
  return (to) => {
    page.clear();
    void navigate(to);
  };
}

/** For acts on what is saved, beside a form with what is not. */
export const useAnyUnsaved = (): boolean => useSyncExternalStore(page.subscribe, page.any, () => false);
