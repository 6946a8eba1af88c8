import { LinkButton, useApi } from '@xihuo/ui';
import { Navigate, useParams } from 'react-router';
import { PageFailed } from '../frame/page-failed';
import { useT } from '../words';

/** What the code on the pack opens (GS1 Digital Link): item and lot, and from there the lot's own page. */
export function DigitalLinkPage() {
  const t = useT();
  const { gtin = '', lot = '' } = useParams();
  const found = useApi('GET /digital-links/{gtin}/{lot}', { params: { gtin, lot } });
  if (found.data) return <Navigate replace to={`/lots/${found.data.lotCode}`} />;
  if (found.isPending) {
    return (
      <p role="status" aria-busy className="page py-20 text-center text-ink-soft">
        {t('lot.resolving')}
      </p>
    );
  }
  return (
    <PageFailed
      problem={found.error}
      missing={t('lot.notYours')}
      hint={t('lot.notYoursText', { gtin, lot })}
      action={<LinkButton to="/lots">{t('nav.lots')}</LinkButton>}
      onRetry={() => void found.refetch()}
    />
  );
}
