import { Card, type Output } from '@xihuo/ui';
import { Link } from 'react-router';
import { useT } from '../words';

type Ready = Output<'GET /me/today'>['ready'][number];
type Step = Ready['met'][number];

const STEPS: readonly (readonly [Step, string])[] = [
  ['admitted', '/admission/apply'],
  ['account', '/settlement/accounts'],
  ['areas', '/catalogue/areas'],
  ['freight', '/ordering/freight'],
  ['product', '/admission/dossiers'],
  ['offer', '/catalogue/products'],
];
/** Unsaid, these have an answer of their own: everywhere, and free. */
const OPTIONAL: readonly Step[] = ['areas', 'freight'];

/** What is left to do before a supplier sells; gone once all of it is done. */
export function ReadyCard({ ready: { name, met } }: { ready: Ready }) {
  const t = useT();
  const left = STEPS.filter(([step]) => !met.includes(step) && !OPTIONAL.includes(step)).length;
  return (
    <Card title={t('ready.title', { name })}>
      <p className="text-ink-soft">{t('ready.left', { count: left })}</p>
      <ol className="mt-3 grid gap-x-8 sm:grid-cols-2">
        {STEPS.map(([step, to]) => {
          const done = met.includes(step);
          return (
            <li key={step} className="flex items-start gap-3 border-t border-line py-3">
              <span
                aria-hidden
                className={`mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full border-2 text-sm ${done ? 'border-green bg-green text-white' : 'border-line-strong'}`}
              >
                {done && '✓'}
              </span>
              <span>
                <Link
                  to={to}
                  className="-my-2 inline-flex min-h-target items-center font-medium text-green underline-offset-4 hover:underline"
                >
                  {t(`ready.${step}`)}
                </Link>
                <span className="sr-only">{t(done ? 'ready.done' : 'ready.toDo')}</span>
                <span className="block text-sm text-ink-soft">{done ? t('ready.done') : t(`ready.${step}.text`)}</span>
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
