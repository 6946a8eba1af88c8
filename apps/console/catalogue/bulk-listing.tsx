import { useQueryClient } from '@tanstack/react-query';
import { Button, routeKey, useApiClient } from '@xihuo/ui';
import { useState } from 'react';
import { Download } from '../admission/apply/steps/download';
import { TableImport } from '../platform/table-import';
import { useT } from '../words';

const KINDS = ['products', 'prices', 'stock'] as const;

/** Many products, prices or counts at once, as a table; and the shelf as one to begin from. */
export function BulkListing({ supplierId }: { supplierId: string }) {
  const t = useT();
  const api = useApiClient();
  const queries = useQueryClient();
  const [kind, setKind] = useState<(typeof KINDS)[number] | null>(null);
  const file = (format: 'xlsx' | 'csv') => () =>
    api('GET /suppliers/{supplierId}/stock/file', { params: { supplierId }, query: { format } });
  if (kind) {
    return (
      <TableImport
        key={kind}
        kind={kind}
        scope={supplierId}
        title={t(`bulk.${kind}`)}
        onWritten={() => {
          void queries.invalidateQueries({ queryKey: routeKey('GET /suppliers/{supplierId}/products') });
          void queries.invalidateQueries({ queryKey: routeKey('GET /suppliers/{supplierId}/price-changes') });
        }}
        onClose={() => setKind(null)}
      />
    );
  }
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
      {KINDS.map((one) => (
        <Button key={one} look="secondary" size="small" onClick={() => setKind(one)}>
          {t(`bulk.${one}`)}
        </Button>
      ))}
      <span className="ms-3 flex flex-wrap gap-x-4">
        <Download word={t('bulk.exportXlsx')} name={`${t('bulk.exportName')}.xlsx`} get={file('xlsx')} />
        <Download word={t('bulk.exportCsv')} name={`${t('bulk.exportName')}.csv`} get={file('csv')} />
      </span>
    </div>
  );
}
