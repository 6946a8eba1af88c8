import { eyesFault, isCompetent, tieTo, type Decider, type EyesFault } from '../four-eyes';
import { recognitionEyes, type RecognitionMatter } from '../recognition/may-decide';
import type { ReviewCase } from './may-act';

export const OBJECTION_ACTS = ['reveal', 'decide'] as const;

/** What an objection is against: an application, or a recognition of products. */
export interface Objected {
  readonly application: ReviewCase | null;
  readonly recognition: RecognitionMatter | null;
}

/**
 * What stands against a reviewer deciding an objection, or learning who objected. Whoever signed or reviewed does not judge what is said
 * against it; and nobody of the supplier, nor who handed in its application or declared a conflict in it, learns who objected: people who
 * object have to fear those they object to.
 *
 * @returns null where nothing does
 */
export function objectionRefusal(
  act: (typeof OBJECTION_ACTS)[number],
  { supplier_id: supplierId, county_code: countyCode }: { supplier_id: string; county_code: string },
  { application, recognition }: Objected,
  decider: Decider,
): 'NOT_YOUR_PART' | EyesFault | null {
  if (!isCompetent(decider.grants, countyCode, { role: 'reviewer' })) return 'NOT_YOUR_PART';
  if (act === 'reveal')
    return tieTo(decider, application ?? { parties: [supplierId], submittedBy: null, participants: [] });
  if (application) return eyesFault(decider, application, 'objections');
  return recognition ? recognitionEyes(recognition, decider, 'objections') : null;
}
