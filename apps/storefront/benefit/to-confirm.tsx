import { EmptyState } from '@xihuo/ui';
import { useState, type ReactNode } from 'react';
import { AgreementRow } from './agreements';
import { DeliverySheet } from './delivery-sheet';
import { OutsideSheet } from './outside-sheet';
import { Reading } from './pieces';
import { Recent } from './recent';
import { TodaysWork } from './todays-work';
import { useWaiting } from './use-waiting';
import { useT } from './words';
import { WorkSheet } from './work-sheet';

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-xl">
        {title}
      </h2>
      <ul className="flex flex-col gap-4">{children}</ul>
    </section>
  );
}

export function ToConfirm() {
  const t = useT();
  const waiting = useWaiting();
  const [said, setSaid] = useState('');
  return (
    <div className="flex flex-col gap-8">
      <p role="status" className="rounded-md bg-green-wash px-4 py-3 font-medium empty:hidden">
        {said}
      </p>
      <Reading read={waiting}>
        {({ deliveries, work, outside, agreements, employers }) => (
          <>
            {waiting.count === 0 && (
              <EmptyState title={t('farmer.nothingWaits')}>{t('farmer.nothingWaitsText')}</EmptyState>
            )}
            {agreements.length > 0 && (
              <Part id="to-sign" title={t('farmer.toSign')}>
                {agreements.map((agreement) => (
                  <AgreementRow key={agreement.id} agreement={agreement} />
                ))}
              </Part>
            )}
            {deliveries.length > 0 && (
              <Part id="deliveries" title={t('farmer.deliveries')}>
                {deliveries.map((delivery) => (
                  <DeliverySheet key={delivery.id} delivery={delivery} onSaid={setSaid} />
                ))}
              </Part>
            )}
            {work.length > 0 && (
              <Part id="work" title={t('farmer.work')}>
                {work.map((record) => (
                  <WorkSheet key={record.id} record={record} onSaid={setSaid} />
                ))}
              </Part>
            )}
            {outside.length > 0 && (
              <Part id="outside" title={t('farmer.outside')}>
                {outside.map((payment) => (
                  <OutsideSheet key={payment.id} payment={payment} onSaid={setSaid} />
                ))}
              </Part>
            )}
            {employers.length > 0 && <TodaysWork agreements={employers} onSaid={setSaid} />}
          </>
        )}
      </Reading>
      <Recent />
    </div>
  );
}
