const SLOT = 'xihuo.console.draft';

/** What one person types of one thing, kept on this device where it can keep anything. */
export interface DeviceDraft<T> {
  kept: () => T | null;
  /** False where the device keeps nothing: then only the page holds it. */
  keep: (draft: T) => boolean;
  forget: () => void;
}

const slotsOf = (personId: string) => `${SLOT} ${personId} `;

export function deviceDraft<T>(thing: string, personId: string): DeviceDraft<T> {
  const slot = `${slotsOf(personId)}${thing}`;
  return {
    kept: () => {
      try {
        return JSON.parse(localStorage.getItem(slot) ?? 'null') as T | null;
      } catch {
        return null;
      }
    },
    keep: (draft) => {
      try {
        localStorage.setItem(slot, JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    forget: () => {
      try {
        localStorage.removeItem(slot);
      } catch {
        // Forbidden: then nothing was kept either.
      }
    },
  };
}

/** How many things this person has begun on this device and not sent. */
export function countDrafts(personId: string): number {
  try {
    return Object.keys(localStorage).filter((slot) => slot.startsWith(slotsOf(personId))).length;
  } catch {
    return 0;
  }
}

/** Whoever signs out leaves nothing they had begun on this device; what others had begun on it waits for them. */
export function forgetDrafts(personId: string): void {
  try {
    for (const slot of Object.keys(localStorage)) if (slot.startsWith(slotsOf(personId))) localStorage.removeItem(slot);
  } catch {
    // Forbidden: then nothing was kept either.
  }
}
