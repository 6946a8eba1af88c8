import { Download } from '../admission/apply/steps/download';
import { useT } from '../words';

interface Props {
  readonly name: string;
  readonly get: (format: 'xlsx' | 'csv') => Promise<Blob>;
  /** Where it is to be had as a paper as well. */
  readonly pdf?: () => Promise<Blob>;
}

/** A list as a table, narrowed as it is on the page: one button a format. */
export function ExportButtons({ name, get, pdf }: Props) {
  const t = useT();
  return (
    <span role="group" aria-label={t('export.group', { name })} className="flex flex-wrap items-center gap-x-4 ps-3">
      <Download word={t('export.xlsx', { name })} name={`${name}.xlsx`} get={() => get('xlsx')} />
      <Download word={t('export.csv')} name={`${name}.csv`} get={() => get('csv')} />
      {pdf && <Download word={t('export.pdf')} name={`${name}.pdf`} get={pdf} />}
    </span>
  );
}
