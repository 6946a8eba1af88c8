import { Badge, formatDateTime, TextLink, useLocale } from '@xihuo/ui';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';
import { DeliveryPapers } from './delivery-papers';
import { ParcelWay } from './parcel-way';
import type { Order } from './use-order';

type Part = Order['supplierOrders'][number];

interface ParcelsProps {
  orderId: string;
  parcels: Part['parcels'];
  token: string | undefined;
}

/** What is on its way or has come: carrier, lots, where it is, and the papers that go with it. */
export function Parcels({ orderId, parcels, token }: ParcelsProps) {
  const t = useT();
  const locale = useLocale();
  const name = useName();
  if (parcels.length === 0) return null;
  return (
    <ul className="flex flex-col gap-3">
      {parcels.map((parcel) => (
        <li key={parcel.id} className="rounded-md bg-sunken px-4 py-3">
          <p>
            <span className="font-medium">{name(parcel.carrierName)}</span>{' '}
            <span className="font-mono select-all">{parcel.trackingNumber}</span>
            {parcel.replaces && (
              <span className="ms-2">
                <Badge>{t(`order.replaces.${parcel.replaces}`)}</Badge>
              </span>
            )}
          </p>
          <p className="text-sm text-ink-faint">
            {t('order.shippedAt', { at: formatDateTime(parcel.shippedAt, locale) })}
          </p>
          <ul>
            {parcel.lots.map((lot) => (
              <li key={lot.code}>
                <TextLink to={`/lots/${lot.code}`} className="flex-wrap content-center gap-x-2">
                  <span className="whitespace-nowrap">{t('order.fromLot', { code: lot.code })}</span>
                  <span lang="zh-CN" className="text-ink-faint">
                    {lot.productName} × {lot.packs}
                  </span>
                </TextLink>
              </li>
            ))}
          </ul>
          <ParcelWay news={parcel.news} />
          <DeliveryPapers orderId={orderId} parcelId={parcel.id} token={token} />
        </li>
      ))}
    </ul>
  );
}
