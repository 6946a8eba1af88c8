import { Link } from 'react-router';
import { useT } from '../words';
import seal from './seal.svg?url';

/** The name as a seal: the one place besides prices where cinnabar stands. */
export function Seal({ compact }: { compact?: boolean }) {
  const t = useT();
  return (
    <Link to="/" className="flex min-h-target min-w-target items-center gap-2.5 rounded-md">
      <img src={seal} alt="" width={40} height={40} className="size-10" />
      <span className={compact ? 'sr-only' : 'leading-tight whitespace-nowrap'}>
        <span className="block text-lg font-bold tracking-wide">{t('site.name')}</span>
        <span className="block text-xs text-ink-faint [&:lang(en)]:hidden">{t('site.strap')}</span>
      </span>
    </Link>
  );
}
