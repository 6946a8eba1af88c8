export interface Part {
  readonly lotId: string;
  readonly grams: bigint;
}

export interface ProcessingPlan {
  readonly inputs: readonly Part[];
  readonly outputs: readonly Part[];
  readonly losses: readonly { readonly reason: string; readonly grams: bigint }[];
}

export interface YieldLimits {
  readonly leastBp: number;
  readonly mostBp: number;
}

export type ProcessingFault = 'LOT_TWICE' | 'LOT_CIRCLE' | 'PROCESSING_UNBALANCED' | 'PROCESSING_YIELD';

const sum = (parts: readonly { grams: bigint }[]) => parts.reduce((total, { grams }) => total + grams, 0n);
const twice = (parts: readonly Part[]) => new Set(parts.map(({ lotId }) => lotId)).size !== parts.length;

/** Grams of the three sides. */
export function totalsOf({ inputs, outputs, losses }: ProcessingPlan): { input: bigint; output: bigint; lost: bigint } {
  return { input: sum(inputs), output: sum(outputs), lost: sum(losses) };
}

export function yieldBp(input: bigint, output: bigint): number {
  return input === 0n ? 0 : Number((output * 10_000n) / input);
}

/** What is wrong with an act of processing that can be seen without looking at the lots. */
export function processingFault(plan: ProcessingPlan, limits: YieldLimits): ProcessingFault | null {
  if (twice(plan.inputs) || twice(plan.outputs)) return 'LOT_TWICE';
  const into = new Set(plan.outputs.map(({ lotId }) => lotId));
  if (plan.inputs.some(({ lotId }) => into.has(lotId))) return 'LOT_CIRCLE';
  const { input, output, lost } = totalsOf(plan);
  if (input !== output + lost) return 'PROCESSING_UNBALANCED';
  // In whole grams: a tenth of a basis point does not make a fraud.
  const bp = output * 10_000n;
  if (bp > input * BigInt(limits.mostBp) || bp < input * BigInt(limits.leastBp)) return 'PROCESSING_YIELD';
  return null;
}
