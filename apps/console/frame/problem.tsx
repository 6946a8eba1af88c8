import { useQueryClient, type Query } from '@tanstack/react-query';
import { Button, Notice, useProblemText, type ApiProblem } from '@xihuo/ui';
import { useState, type ReactNode } from 'react';
import { useT } from '../words';

/** Refusals because somebody was faster: the page beneath shows what was, not what is. */
const OVERTAKEN: readonly string[] = ['STALE_VERSION', 'NOT_AT_THIS_STEP', 'CLAIMED_BY_OTHER'];

/** Whatever is open is asked for again; papers do not change. */
export const ALL_BUT_PAPERS = { predicate: ({ queryKey }: Pick<Query, 'queryKey'>) => queryKey[0] !== 'paper' };

/** Shows on the page what stands now; what was typed is left alone, and goes with what was read. */
function ReadAnew() {
  const t = useT();
  const queries = useQueryClient();
  const [read, setRead] = useState(false);
  if (read)
    return (
      <p role="status" className="mt-2">
        {t('problem.readAnew.done')}
      </p>
    );
  return (
    <p className="mt-2">
      <Button
        look="secondary"
        size="small"
        onClick={() => void queries.invalidateQueries(ALL_BUT_PAPERS).then(() => setRead(true))}
      >
        {t('problem.readAnew')}
      </Button>
    </p>
  );
}

/**
 * Why an act was refused, in the server's own sentence, which says who was faster and when where somebody was. Nothing where nothing is.
 * @param children in the place of the sentences about single fields
 */
export function Problem({ problem, children }: { problem: ApiProblem | null; children?: ReactNode }) {
  const problemText = useProblemText();
  if (!problem) return null;
  return (
    <Notice urgent tone={OVERTAKEN.includes(problem.code) ? 'attention' : 'bad'} title={problemText(problem)}>
      {children ?? (problem.errors.length > 0 && problem.errors.map(({ message }) => message).join('；'))}
      {OVERTAKEN.includes(problem.code) && <ReadAnew key={problem.traceId} />}
    </Notice>
  );
}
