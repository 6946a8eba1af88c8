import type { Output } from '@xihuo/ui';

type Round = Output<'GET /admission/applications/{id}/rounds'>['data'][number];
type Document = Round['papers'][number];

export interface EarlierPaper extends Document {
  round: number;
}

/**
 * Earlier versions of a paper, the newest first: of its kind, handed in in a round before and no longer among those that stand. Each once,
 * under the last round that it was part of.
 *
 * @param standing ids of the papers that stand now
 */
export function earlierOf(
  paper: { id: string; kind: Document['kind'] },
  standing: readonly string[],
  rounds: readonly Round[],
): EarlierPaper[] {
  const found = new Map<string, EarlierPaper>();
  for (const { round, papers } of rounds)
    for (const one of papers)
      if (one.kind === paper.kind && one.id !== paper.id && !standing.includes(one.id))
        found.set(one.id, { ...one, round });
  return [...found.values()].sort((one, other) => (one.uploadedAt < other.uploadedAt ? 1 : -1));
}
