import { Component, useState, type ReactNode } from 'react';
import { ApiProblem } from '../client/problem';
import { useUiT } from '../i18n/translate';
import { Button } from './button';
import { classes } from './classes';

interface EmptyStateProps {
  title: ReactNode;
  /** Why it is empty and what to do next. */
  children?: ReactNode;
  action?: ReactNode;
  /** It is all there is on the page, so its title is the page's. */
  wholePage?: boolean;
}

export function EmptyState({ title, children, action, wholePage }: EmptyStateProps) {
  const Title = wholePage ? 'h1' : 'p';
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 py-14 text-center">
      <Ridge className="w-40 text-line-strong" />
      <Title className="text-lg font-semibold">{title}</Title>
      {children && <div className="text-ink-soft">{children}</div>}
      {action}
    </div>
  );
}

/** The mountains the goods come from, in one stroke. */
export function Ridge({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 160 40" className={className} fill="none" stroke="currentColor" strokeWidth="1.5">
      <path d="M0 38 22 24l9 6 21-22 17 19 9-7 15 12 19-26 18 21 8-5 22 16" strokeLinejoin="round" />
      <path d="M12 39h120" strokeDasharray="2 6" strokeLinecap="round" />
    </svg>
  );
}

/** How long to wait, where the server says so: in seconds, of more than two minutes in minutes. */
const tooOften = (t: ReturnType<typeof useUiT>, seconds: number | null): string =>
  seconds === null
    ? t('ui.error.tooMany')
    : seconds <= 120
      ? t('ui.error.wait', { count: seconds })
      : t('ui.error.waitMinutes', { count: Math.ceil(seconds / 60) });

/** The sentence for a failed call: the server's own words where it has some, else ours by the kind of failure. */
export function useProblemText(): (problem: unknown) => string {
  const t = useUiT();
  return (problem) => {
    if (!(problem instanceof ApiProblem)) return t('ui.error.crash');
    if (problem.code === 'TIMEOUT') return t('ui.error.timeout');
    if (problem.status === 0) return t('ui.error.network');
    const spoken = problem.detail ?? (problem.title === problem.code ? undefined : problem.title);
    if (problem.code === 'RATE_LIMITED') return tooOften(t, problem.waitSeconds);
    if (spoken && problem.status < 500) return spoken;
    if (problem.status === 401) return t('ui.error.signIn');
    if (problem.status === 403) return t('ui.error.forbidden');
    if (problem.status === 404) return t('ui.error.notFound');
    if (problem.status === 409 || problem.status === 412) return t('ui.error.conflict');
    if (problem.status === 429) return t('ui.error.tooMany');
    if (problem.status >= 400 && problem.status < 500) return t('ui.error.invalid');
    return t('ui.error.server');
  };
}

function TraceId({ id }: { id: string }) {
  const t = useUiT();
  const [copied, setCopied] = useState(false);
  return (
    <p className="flex flex-wrap items-center justify-center gap-x-2 text-sm text-ink-faint">
      <span className="font-mono select-all">{t('ui.error.trace', { id })}</span>
      <Button
        look="quiet"
        size="small"
        onClick={() => void navigator.clipboard?.writeText(id).then(() => setCopied(true))}
      >
        <span aria-live="polite">{copied ? t('ui.copied') : t('ui.copy')}</span>
      </Button>
    </p>
  );
}

interface ErrorStateProps {
  problem: unknown;
  onRetry?: () => void;
  title?: ReactNode;
  wholePage?: boolean;
}

/** A failed read in words, with a way on and the id under which our log has it. */
export function ErrorState({ problem, onRetry, title, wholePage }: ErrorStateProps) {
  const t = useUiT();
  const problemText = useProblemText();
  const Title = wholePage ? 'h1' : 'p';
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-3 py-14 text-center">
      <Title className="text-lg font-semibold">{title ?? t('ui.error.title')}</Title>
      <p className="text-ink-soft">{problemText(problem)}</p>
      {onRetry && (
        <Button look="secondary" onClick={onRetry}>
          {t('ui.retry')}
        </Button>
      )}
      {problem instanceof ApiProblem && problem.traceId && <TraceId id={problem.traceId} />}
    </div>
  );
}

/** A grey shape in the place of what comes; appears only after 200 ms, so a quick answer does not flicker. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classes('animate-skeleton block rounded-md bg-sunken', className)} />;
}

/** Says once, to those who cannot see the grey shapes, that something is on its way. */
export function Loading({ children }: { children: ReactNode }) {
  const t = useUiT();
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        {t('ui.loading')}
      </p>
      {children}
    </div>
  );
}

function Crash() {
  const t = useUiT();
  return (
    <div role="alert" className="page flex flex-col items-center gap-4 py-20 text-center">
      <p className="text-lg">{t('ui.error.crash')}</p>
      <Button onClick={() => window.location.reload()}>{t('ui.reload')}</Button>
    </div>
  );
}

/** The last net: a page that throws leaves the frame standing and says so. */
export class ErrorBoundary extends Component<{ children: ReactNode; resetKey?: string }, { failedAt: string | null }> {
  override state = { failedAt: null as string | null };

  static getDerivedStateFromError() {
    return { failedAt: 'unknown' };
  }

  override componentDidUpdate(before: { resetKey?: string }) {
    if (this.state.failedAt !== null && before.resetKey !== this.props.resetKey) this.setState({ failedAt: null });
  }

  override render() {
    return this.state.failedAt === null ? this.props.children : <Crash />;
  }
}
