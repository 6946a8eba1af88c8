import { EmptyState, formatDate, formatNumber, useApi, useLocale, type Output } from '@xihuo/ui';
import { formatJin } from './figures';
import { Mark, Reading } from './pieces';
import { servedByBenefit } from './served';
import { useT } from './words';

export type Agreement = Output<'GET /me/agreements'>['data'][number];

const tones = {
  draft: 'neutral',
  offered: 'attention',
  signed: 'info',
  inForce: 'good',
  ended: 'neutral',
  superseded: 'neutral',
  declined: 'neutral',
  withdrawn: 'neutral',
} as const;

/** What was agreed against what was brought or worked so far. */
export function Target({ target }: { target: NonNullable<Agreement['target']> }) {
  const t = useT();
  const locale = useLocale();
  const said = (amount: number) =>
    target.unit === 'gram' ? formatJin(amount, locale) : t('farmer.workDays', { count: amount });
  const share = target.agreed === 0 ? 0 : Math.min(100, Math.floor((target.done * 100) / target.agreed));
  return (
    <label className="flex flex-col gap-1 text-base">
      <span className="numeric">
        {t(target.unit === 'gram' ? 'farmer.targetGrams' : 'farmer.targetDays', {
          done: said(target.done),
          agreed: said(target.agreed),
          share: formatNumber(share, locale),
        })}
      </span>
      <progress
        value={share}
        max={100}
        className="h-3 w-full overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-green [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-green"
      />
    </label>
  );
}

export function StateMark({ state }: { state: Agreement['state'] }) {
  const t = useT();
  return <Mark tone={tones[state]}>{t(`agreement.${state}`)}</Mark>;
}

/** From when to when it binds. */
export function useTerm(): (agreement: Pick<Agreement, 'effectiveFrom' | 'effectiveTo'>) => string {
  const t = useT();
  const locale = useLocale();
  return ({ effectiveFrom, effectiveTo }) =>
    effectiveTo === null
      ? t('farmer.termFrom', { from: formatDate(effectiveFrom, locale) })
      : t('farmer.span', { from: formatDate(effectiveFrom, locale), to: formatDate(effectiveTo, locale) });
}

export function AgreementRow({ agreement }: { agreement: Agreement }) {
  const t = useT();
  const term = useTerm();
  const { id, kind, state, supplier, product, target } = agreement;
  return (
    <li className="rounded-lg border border-line-strong bg-surface p-4 sm:p-5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-xl font-semibold">
          {t(`linkage.${kind}`)}
          {product && <span lang="zh-CN"> · {product.name}</span>}
        </span>
        <StateMark state={state} />
      </p>
      <p lang="zh-CN">{supplier.name}</p>
      <p className="text-base text-ink-soft">{term(agreement)}</p>
      {target && state === 'inForce' && (
        <div className="mt-2">
          <Target target={target} />
        </div>
      )}
      <a
        href={`#/agreements/${id}`}
        className="mt-3 flex min-h-15 items-center justify-center rounded-md border border-line-strong text-xl font-medium hover:bg-sunken"
      >
        {t(state === 'offered' ? 'farmer.readAndSign' : 'farmer.readAgreement')}
        <span className="sr-only">{agreement.number}</span>
      </a>
    </li>
  );
}

export function Agreements() {
  const t = useT();
  const agreements = useApi('GET /me/agreements', {}, servedByBenefit);
  const shown = agreements.data?.data.filter(({ state }) => state !== 'draft');
  return (
    <Reading read={{ ...agreements, data: shown }}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title={t('farmer.noAgreements')}>{t('farmer.noAgreementsText')}</EmptyState>
        ) : (
          <ul className="flex flex-col gap-4">
            {rows.map((agreement) => (
              <AgreementRow key={agreement.id} agreement={agreement} />
            ))}
          </ul>
        )
      }
    </Reading>
  );
}
