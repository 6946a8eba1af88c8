import { Download } from '../admission/apply/steps/download';
import { useT } from '../words';

/** A list as a table, narrowed as it is on the page: one button a format. */
export function ExportButtons({ name, get }: { name: string; get: (format: 'xlsx' | 'csv') => Promise<Blob> }) {
  const t = useT();
  return (
    <span role="group" aria-label={t('export.group', { name })} className="flex flex-wrap items-center gap-x-4 ps-3">
      <Download word={t('export.xlsx', { name })} name={`${name}.xlsx`} get={() => get('xlsx')} />
      <Download word={t('export.csv')} name={`${name}.csv`} get={() => get('csv')} />
    </span>
  );
}
