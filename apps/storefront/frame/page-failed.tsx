import { ApiProblem, EmptyState, ErrorState, LinkButton, useTitle } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { useT } from '../use-t';

interface PageFailedProps {
  problem: unknown;
  onRetry: () => void;
  /** What to say where nothing lies under this address: asking again would not help, another way might. */
  missing: string;
  hint?: string;
  action?: ReactNode;
}

/** Not there, not ours to see, or an address that cannot be right: to the reader it is all the same. */
function isMissing(problem: unknown): boolean {
  return problem instanceof ApiProblem && [400, 401, 403, 404, 422].includes(problem.status);
}

/** A page whose subject did not come. */
export function PageFailed({ problem, onRetry, missing, hint, action }: PageFailedProps) {
  const t = useT();
  const gone = isMissing(problem);
  useTitle(gone ? missing : t('page.failed'), t('site.name'));
  return (
    <div className="page">
      {gone ? (
        <EmptyState
          wholePage
          title={missing}
          action={action ?? <LinkButton to="/products">{t('nav.allProducts')}</LinkButton>}
        >
          {hint ?? t('notFound.text')}
        </EmptyState>
      ) : (
        <ErrorState wholePage problem={problem} onRetry={onRetry} />
      )}
    </div>
  );
}
