import { z } from 'zod';
import { bilingual } from '../core/scalars';

export { SUPPLIER_KINDS, supplierKind } from '../registry/supplier-kinds';

/** What one criterion found in the evidence: the same bytes whenever the same evidence is judged on the same day. */
export const findingView = z.object({
  criterion: z.string(),
  name: bilingual,
  kind: z.enum(['blocking', 'scored', 'process']),
  result: z.enum(['pass', 'fail', 'notApplicable', 'notJudged']),
  sentence: bilingual,
  check: z.string(),
});
