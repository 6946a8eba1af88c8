import { useQueryClient } from '@tanstack/react-query';
import { routeKey } from '@xihuo/ui';
import { TableImport } from '../../../platform/table-import';
import { useT } from '../../../words';
import { useDesk } from '../desk';

/** A whole village at once. */
export function HouseholdsImport({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { file } = useDesk();
  const queries = useQueryClient();
  const refresh = () => {
    for (const route of [
      'GET /admission/applications/{id}/file',
      'GET /admission/applications/{id}/households',
    ] as const)
      void queries.invalidateQueries({ queryKey: routeKey(route) });
  };
  return (
    <TableImport
      kind="linkedHouseholds"
      scope={file.id}
      title={t('household.import')}
      onWritten={refresh}
      onClose={onClose}
    />
  );
}
