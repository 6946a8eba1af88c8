import { EmptyState, LinkButton, useTitle } from '@xihuo/ui';
import { useT } from '../words';

export function NotFoundPage() {
  const t = useT();
  useTitle(t('notFound.title'), t('site.name'));
  return (
    <div className="page">
      <EmptyState
        wholePage
        title={t('notFound.title')}
        action={<LinkButton to="/products">{t('nav.allProducts')}</LinkButton>}
      >
        {t('notFound.text')}
      </EmptyState>
    </div>
  );
}
