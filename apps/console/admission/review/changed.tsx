import { Notice, type ApiProblem } from '@xihuo/ui';
import { useT } from '../../words';

/** Somebody else moved it on while this was typed: nothing typed is lost, and the page beneath shows what is new. */
export function Changed({ problem }: { problem: ApiProblem | null }) {
  const t = useT();
  return problem?.code === 'STALE_VERSION' ? <Notice tone="attention" title={t('review.changed')} /> : null;
}
