import { useApi, type Output } from '@xihuo/ui';
import { useT } from '../words';

type Place = Output<'GET /suppliers/{supplierId}/delivery-areas'>['data'][number];

/** So many are named at once; the rest is a touch away. */
const NAMED = 6;

const nameOf = ({ code, name, provinceName }: Place) => (code.endsWith('0000') ? name : `${provinceName}${name}`);

function Names({ places }: { places: readonly Place[] }) {
  return <span lang="zh-CN">{places.map(nameOf).join('、')}</span>;
}

/** Where the supplier of an offer delivers to, and where not: whichever is shorter is named first. */
export function DeliversTo({ supplierId }: { supplierId: string }) {
  const t = useT();
  const { data } = useApi('GET /suppliers/{supplierId}/delivery-areas', { params: { supplierId } });
  // Room for the one line it mostly is, so that nothing below moves when it comes.
  if (!data) return <p className="min-h-[1lh] text-sm" aria-hidden />;
  const { data: served, notServed } = data;
  if (notServed.length === 0) return <p className="text-sm text-ink-soft">{t('delivery.everywhere')}</p>;
  const [word, places] =
    served.length <= notServed.length ? (['delivery.to', served] as const) : (['delivery.notTo', notServed] as const);
  return (
    <div className="text-sm text-ink-soft">
      <p>
        {t(word)}
        <Names places={places.slice(0, NAMED)} />
        {places.length > NAMED && t('delivery.more', { count: places.length })}
      </p>
      <details>
        <summary className="min-h-target py-2 text-green">{t('delivery.all')}</summary>
        <p>
          {t('delivery.to')}
          <Names places={served} />
        </p>
        <p className="mt-1">
          {t('delivery.notTo')}
          <Names places={notServed} />
        </p>
      </details>
    </div>
  );
}
