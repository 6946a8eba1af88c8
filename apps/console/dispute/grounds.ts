/** Reasons of law for which what somebody wrote may be hidden. */
export const GROUNDS = ['personalData', 'unlawful', 'defamation', 'advertising'] as const;
