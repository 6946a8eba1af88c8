import { formatBasisPoints, Money, Notice, useLocale } from '@xihuo/ui';
import { useT } from '../words';
import type { Checked } from './sixty';

const wire = (fen: bigint) => ({ amount: String(fen), currency: 'CNY' as const });

/** The least share of the law as a mark on a bar, and where the figures stand against it. */
export function SixtyView({ checked }: { checked: Checked }) {
  const t = useT();
  const locale = useLocale();
  const { distributable, leastBp, least, shareBp, byAccount, verdict } = checked;
  const share = shareBp === null ? null : formatBasisPoints(Number(shareBp), locale);
  const lawful = verdict === 'lawful';
  const asked = formatBasisPoints(Number(leastBp), locale);
  const mark = { insetInlineStart: `${Number(leastBp) / 100}%` };
  return (
    <div className="flex flex-col gap-4" aria-live="polite">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3">
        <div>
          <dt className="text-sm text-ink-faint">{t('distribution.distributable')}</dt>
          <dd>
            <Money value={wire(distributable)} size="price" />
          </dd>
        </div>
        <div>
          <dt className="text-sm text-ink-faint">{t('distribution.least')}</dt>
          <dd>
            <Money value={wire(least)} size="price" />
          </dd>
        </div>
        <div>
          <dt className="text-sm text-ink-faint">{t('distribution.byAccount')}</dt>
          <dd>
            <Money value={wire(byAccount)} size="price" />
          </dd>
        </div>
      </dl>
      {share !== null && (
        <div aria-hidden className="pt-5">
          <div className="relative h-3 rounded-full bg-sunken">
            <span
              className={`block h-full rounded-full ${lawful ? 'bg-green' : 'bg-cinnabar'}`}
              style={{ inlineSize: `${Math.min(100, Number(shareBp) / 100)}%` }}
            />
            <span className="absolute -inset-y-1 w-0.5 bg-ink" style={mark} />
            <span className="numeric absolute -top-6 -translate-x-1/2 text-xs text-ink-soft" style={mark}>
              {asked}
            </span>
          </div>
        </div>
      )}
      {verdict === 'nothing' && <Notice tone="bad" title={t('distribution.verdict.nothing')} />}
      {verdict === 'above' && <Notice tone="bad" title={t('distribution.verdict.above')} />}
      {verdict === 'below' && (
        <Notice tone="bad" title={t('distribution.verdict.below', { share: share ?? '', least: asked })}>
          {t('distribution.verdict.belowText')} <Money value={wire(least)} />
        </Notice>
      )}
      {lawful && <Notice tone="good" title={t('distribution.verdict.lawful', { share: share ?? '' })} />}
    </div>
  );
}
