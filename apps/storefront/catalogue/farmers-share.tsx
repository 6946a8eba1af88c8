import { Card, Loading, Skeleton, TextLink, useApi, type Output } from '@xihuo/ui';
import { BreakdownCard } from '../trace/breakdown';
import { useT } from '../words';
import { LotProof } from './lot-proof';

type Lot = Output<'GET /products/{slug}'>['lots'][number];

/** So many of the newest lots are asked whether theirs may be shown already. */
const ASKED = 3;

/**
 * What is vouched for of the newest lot, and what of the price came to farmers, as the newest lot tells it whose sale is settled; where
 * none is, what it waits for.
 */
export function FarmersShare({ lots }: { lots: readonly Lot[] }) {
  const [newest] = lots;
  if (!newest) return null;
  return (
    <div className="flex flex-col gap-5">
      <LotProof code={newest.code} />
      <ShareOf lots={lots.slice(0, ASKED)} at={0} />
    </div>
  );
}

function ShareOf({ lots, at }: { lots: readonly Lot[]; at: number }) {
  const t = useT();
  const code = lots[at]!.code;
  const { data, isPending } = useApi('GET /lots/{code}', { params: { code } });
  if (isPending)
    return (
      <Card title={t('breakdown.title')}>
        <Loading>
          <Skeleton className="h-24" />
        </Loading>
      </Card>
    );
  // The lot's own page says what is wrong with it; of the product nothing is missing.
  if (!data) return null;
  if (data.breakdown.state !== 'shown' && at + 1 < lots.length) return <ShareOf lots={lots} at={at + 1} />;
  return (
    <div>
      <BreakdownCard breakdown={data.breakdown} />
      <p className="mt-2 px-5 text-sm text-ink-soft">
        {t('share.ofLot', { code })} <TextLink to={`/lots/${code}`}>{t('share.seeLot')}</TextLink>
      </p>
    </div>
  );
}
