import { formatMoney, useLocale } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { useT } from '../../words';
import { PictureThumb } from './picture-thumb';
import type { Change, Picture } from './typed';

type Row = Change['changes'][number];
type Money = { amount: string; currency: 'CNY' };

/** Old beside new, a row a field; on a phone one under the other. */
export function ChangeRows({ rows, pictures }: { rows: readonly Row[]; pictures: readonly Picture[] }) {
  const t = useT();
  return (
    <dl className="flex flex-col divide-y divide-line">
      {rows.map((row) => (
        <div key={`${row.field} ${row.sku?.id ?? ''}`} className="py-3 first:pt-0">
          <dt className="mb-1 font-medium">
            {t(`changeField.${row.field}`)}
            {row.sku && <span className="ms-2 font-normal text-ink-faint">{row.sku.pack}</span>}
          </dt>
          <dd className="grid gap-2 sm:grid-cols-2 sm:gap-4">
            <Side word={t('change.before')} look="border-line-strong text-ink-soft">
              <Value row={row} value={row.before} pictures={pictures} />
            </Side>
            <Side word={t('change.after')} look="border-green">
              <Value row={row} value={row.after} pictures={pictures} />
            </Side>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Side({ word, look, children }: { word: string; look: string; children: ReactNode }) {
  return (
    <div className={`min-w-0 border-s-4 ps-3 ${look}`}>
      <p className="text-xs text-ink-faint">{word}</p>
      <div className="break-words whitespace-pre-wrap">{children}</div>
    </div>
  );
}

function Value({ row, value, pictures }: { row: Row; value: Row['after']; pictures: readonly Picture[] }) {
  const t = useT();
  const locale = useLocale();
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return <span className="text-ink-faint">{t('change.empty')}</span>;
  }
  switch (row.field) {
    case 'price':
    case 'pack':
      return <span className="numeric">{formatMoney(value as Money)}</span>;
    case 'tiers':
      return <Tiers tiers={value as { minimumPacks: number; price: Money }[]} />;
    case 'options':
      return (
        <>
          {(value as { name: string; value: string }[]).map(({ name, value: said }) => (
            <span key={name} className="block">{`${name} ${said}`}</span>
          ))}
        </>
      );
    case 'pictures':
      return (
        <span className="flex flex-wrap gap-2">
          {(value as string[]).map((id) => (
            <PictureThumb key={id} picture={pictures.find((one) => one.id === id)} />
          ))}
        </span>
      );
    case 'harvestMonths':
      return <>{t('change.months', { months: (value as number[]).join(locale === 'en' ? ', ' : '、') })}</>;
    case 'minimumRemainingDays':
      return <>{t('change.days', { count: value as number })}</>;
    default:
      return <span lang={row.field.endsWith('Zh') ? 'zh-CN' : 'en'}>{value as string}</span>;
  }
}

function Tiers({ tiers }: { tiers: readonly { minimumPacks: number; price: Money }[] }) {
  const t = useT();
  return (
    <>
      {tiers.map(({ minimumPacks, price }) => (
        <span key={minimumPacks} className="numeric block">
          {t('change.tier', { count: minimumPacks, price: formatMoney(price) })}
        </span>
      ))}
    </>
  );
}
