import { Card, Loading, Skeleton, TextLink, useApi } from '@xihuo/ui';
import { Certificates } from '../trace/lot-papers';
import { useT } from '../words';

const SIDE = 112;

/** What stands on the pack of the newest lot: what its producer vouches for, and the code that opens the lot's page. */
export function LotProof({ code }: { code: string }) {
  const t = useT();
  const { data, isPending } = useApi('GET /lots/{code}', { params: { code } });
  if (isPending)
    return (
      <Card title={t('lot.certificates')}>
        <Loading>
          <Skeleton className="h-24" />
        </Loading>
      </Card>
    );
  // As of what came to farmers: the lot's own page says what is wrong with it.
  if (!data) return null;
  return (
    <div>
      <Certificates certificates={data.certificates} />
      <p className="mt-3 flex items-center gap-4 px-5 text-sm text-ink-soft">
        <img
          src={`/api/v1/lots/${code}/qr`}
          alt={t('proof.qr', { code })}
          width={SIDE}
          height={SIDE}
          loading="lazy"
          className="shrink-0 rounded-sm"
        />
        <span>
          {t('proof.qrText', { code })} <TextLink to={`/lots/${code}`}>{t('proof.seeLot')}</TextLink>
        </span>
      </p>
    </div>
  );
}
