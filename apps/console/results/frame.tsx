import { Card, formatDateTime, useLocale } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { useTodayRead } from '../admission/watching/today';
import { Page } from '../frame/page';
import { Whole } from '../frame/whole';
import { useT } from '../words';

/** A page of days that are reckoned from the server's today: until that is known, its title; and why, where it cannot be read. */
export function FromToday({ title, children }: { title: string; children: (today: string) => ReactNode }) {
  const today = useTodayRead();
  if (today.data !== undefined) return children(today.data);
  return (
    <Page title={title}>
      <Whole query={today}>{() => null}</Whole>
    </Page>
  );
}

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
        {t('outcome.ours')}
        {at}
      </p>
      <div className="flex flex-col gap-6">{children}</div>
    </Card>
  );
}
