import { EmptyState, LinkButton, useTitle } from '@xihuo/ui';
import { useT } from '../words';

export function NotFoundPage() {
  const t = useT();
  useTitle(t('notFound.title'), t('site.name'));
  return (
    <div className="page">
      <h1 className="sr-only">{t('notFound.title')}</h1>
      <EmptyState title={t('notFound.title')} action={<LinkButton to="/products">{t('nav.allProducts')}</LinkButton>}>
        {t('notFound.text')}
      </EmptyState>
    </div>
  );
}
