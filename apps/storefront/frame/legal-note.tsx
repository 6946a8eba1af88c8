import { TextLink } from '@xihuo/ui';
import { useT } from '../words';

/** What one goes by, said where one goes on: something to know, not a wall. */
export function LegalNote({ children }: { children: string }) {
  const t = useT();
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-ink-faint">
      <span>{children}</span>
      <TextLink to="/terms">{t('nav.terms')}</TextLink>
      <TextLink to="/privacy">{t('nav.privacy')}</TextLink>
    </p>
  );
}
