import type { Output } from '@xihuo/ui';
import { useT } from '../words';
import { Moment } from './when';

type Proposal = NonNullable<Output<'GET /people'>['data'][number]['proposal']>;

/** Why something is proposed, by whom and when: read before a second pair of eyes decides it. */
export function Proposed({ proposal }: { proposal: Proposal | null }) {
  const t = useT();
  if (proposal === null) return null;
  return (
    <p className="max-w-[52em] border-s-3 border-line-strong ps-3 text-sm wrap-anywhere">
      {proposal.reason}
      <span className="block text-ink-soft">
        {t('people.proposedBy', { name: proposal.by })}
        <Moment value={proposal.at} />
      </span>
    </p>
  );
}
