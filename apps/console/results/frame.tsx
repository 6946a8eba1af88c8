import { Card, formatDateTime, useLocale } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { useT } from '../words';

interface FigureProps {
  title: string;
  /** When the orders were last counted; null before the first time, absent where nothing is kept. */
  asOf?: string | null;
  /** The same as a file. */
  file: ReactNode;
  children: ReactNode;
}

/** A chart, its table and its file, with the sentence that goes with every figure of ours. */
export function Figure({ title, asOf, file, children }: FigureProps) {
  const t = useT();
  const locale = useLocale();
  const at =
    asOf === null ? t('outcome.notCounted') : asOf && t('outcome.countedAt', { at: formatDateTime(asOf, locale) });
  return (
    <Card title={title} aside={file}>
      <p className="mb-4 text-sm text-ink-soft">
        {t('outcome.ours')} {at}
      </p>
      <div className="flex flex-col gap-6">{children}</div>
    </Card>
  );
}
