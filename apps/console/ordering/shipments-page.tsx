import { useQueryClient } from '@tanstack/react-query';
import { routeKey, useApiClient } from '@xihuo/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useOwnSuppliers } from '../benefit/parts';
import { ExportButtons } from '../frame/export-buttons';
import { Page } from '../frame/page';
import { TableImport } from '../platform/table-import';
import { useT } from '../words';

/** One supplier's list to ship, out and filled in back. */
function Sending({ supplierId, name }: { supplierId: string; name: string | null }) {
  const t = useT();
  const api = useApiClient();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [round, setRound] = useState(0);
  const reread = () => {
    for (const route of ['GET /supplier/orders', 'GET /supplier/orders/{id}', 'GET /supplier/lots'] as const)
      void queries.invalidateQueries({ queryKey: routeKey(route) });
  };
  return (
    <section className="mb-8 flex max-w-[60rem] flex-col gap-4">
      {name !== null && <h2 className="text-lg">{name}</h2>}
      <div className="flex flex-wrap items-center gap-2">
        <ExportButtons
          name={t('sending.list')}
          get={(format) =>
            api('GET /suppliers/{supplierId}/shipments/file', { params: { supplierId }, query: { format } })
          }
        />
      </div>
      <TableImport
        key={round}
        kind="shipments"
        scope={supplierId}
        level={2}
        title={t('sending.card')}
        onWritten={reread}
        onClose={() => {
          setRound(round + 1);
          void navigate('/ordering/orders');
        }}
      />
      <p className="text-sm text-ink-faint">{t('sending.partial')}</p>
    </section>
  );
}

/** Tracking numbers of many orders at once: list, preview row by row, sending. */
export function ShipmentsPage() {
  const t = useT();
  const own = useOwnSuppliers();
  return (
    <Page
      title={t('sending.title')}
      lead={t('sending.lead')}
      back={{ to: '/ordering/orders', word: t('sending.back') }}
    >
      {own.map(({ id, name }) => (
        <Sending key={id} supplierId={id} name={own.length > 1 ? name : null} />
      ))}
    </Page>
  );
}
