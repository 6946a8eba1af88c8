import { useQueryClient } from '@tanstack/react-query';
import { Button, routeKey, useApiClient } from '@xihuo/ui';
import { useState } from 'react';
import { ExportButtons } from '../frame/export-buttons';
import { TableImport } from '../platform/table-import';
import { useT } from '../words';

const KINDS = ['products', 'prices', 'stock'] as const;

/** As the list below is narrowed. */
interface Narrowed {
  q?: string;
  sells?: string;
}

/** Many products, prices or counts at once, as a table; and what the list shows as tables to begin from. */
export function BulkListing({ supplierId, narrowed }: { supplierId: string; narrowed: Narrowed }) {
  const t = useT();
  const api = useApiClient();
  const queries = useQueryClient();
  const [kind, setKind] = useState<(typeof KINDS)[number] | null>(null);
  const files = [
    { word: 'bulk.exportProducts', route: 'GET /suppliers/{supplierId}/products/file', by: narrowed },
    { word: 'bulk.exportPrices', route: 'GET /suppliers/{supplierId}/prices/file', by: narrowed },
    { word: 'bulk.exportStock', route: 'GET /suppliers/{supplierId}/stock/file', by: {} },
  ] as const;
  if (kind) {
    return (
      <TableImport
        level={2}
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
        <Button key={one} data-act="POST /imports" look="secondary" size="small" onClick={() => setKind(one)}>
          {t(`bulk.${one}`)}
        </Button>
      ))}
      {files.map(({ word, route, by }) => (
        <ExportButtons
          key={route}
          name={t(word)}
          get={(format) => api(route, { params: { supplierId }, query: { format, ...by } })}
        />
      ))}
    </div>
  );
}
