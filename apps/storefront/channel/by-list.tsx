import { TextLink } from '@xihuo/ui';
import { useT } from '../words';
import { hrefVia, type Via } from './via';

/** Whoever buys for an organisation orders by list; the order remembers where it began. */
export function ByList({ via }: { via: Via }) {
  const t = useT();
  return (
    <p className="text-sm text-ink-soft">
      {t('channel.byList')} <TextLink to={hrefVia('/business', via)}>{t('channel.byListLink')}</TextLink>
    </p>
  );
}
