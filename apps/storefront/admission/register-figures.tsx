import { formatDate, formatNumber, Table, TextLink, useApi, useLocale, type Column, type Output } from '@xihuo/ui';
import { useT } from '../words';

type Line = Output<'GET /register/summary'>['data'][number];
type Figure = Exclude<keyof Line, 'province'>;

const FIGURES = ['suppliers', 'maySell', 'underMeasures', 'suspended', 'exited'] as const satisfies readonly Figure[];
const FORMATS = ['xlsx', 'csv', 'json'] as const;

const sumOf = (lines: readonly Line[], figure: Figure) => lines.reduce((all, line) => all + line[figure], 0);

/** How many stand how, in one line above the list. */
export function RegisterSums() {
  const t = useT();
  const locale = useLocale();
  const { data } = useApi('GET /register/summary', {});
  return (
    <section aria-label={t('register.sums')} className="mb-6 min-h-16">
      {data && (
        <>
          <dl className="grid grid-cols-3 gap-x-4 gap-y-2 sm:flex sm:flex-wrap sm:gap-x-10">
            {FIGURES.map((figure) => (
              <div key={figure} className="flex flex-col-reverse justify-end">
                <dt className="text-sm text-ink-faint">{t(`register.${figure}`)}</dt>
                <dd className="numeric text-xl leading-tight font-semibold">
                  {formatNumber(sumOf(data.data, figure), locale)}
                </dd>
              </div>
            ))}
          </dl>
          <p className="mt-2 text-sm text-ink-faint">{t('register.asOf', { date: formatDate(data.asOf, locale) })}</p>
        </>
      )}
    </section>
  );
}

function Files({ province }: { province: Line['province'] }) {
  const t = useT();
  return (
    <span className="flex flex-wrap gap-x-4">
      {FORMATS.map((format) => (
        <a
          key={format}
          download
          href={`/api/v1/register/suppliers/file?province=${province.code}&format=${format}`}
          aria-label={t('register.fileOf', { province: province.name, format: format.toUpperCase() })}
          className="touch text-green underline-offset-4 hover:underline sm:-my-2.5 sm:py-2.5"
        >
          {format.toUpperCase()}
        </a>
      ))}
    </span>
  );
}

/** The same by province, each with its part of the register as a file. */
export function ProvinceTable() {
  const t = useT();
  const locale = useLocale();
  const { data } = useApi('GET /register/summary', {});
  if (!data || data.data.length === 0) return null;
  const columns: Column<Line>[] = [
    {
      id: 'province',
      header: t('register.province'),
      rowHeader: true,
      cell: ({ province }) => (
        <TextLink lang="zh-CN" className="sm:-my-2.5 sm:py-2.5" to={`/register?province=${province.code}`}>
          {province.name}
        </TextLink>
      ),
    },
    ...FIGURES.map((figure): Column<Line> => ({
      id: figure,
      header: t(`register.${figure}`),
      numeric: true,
      cell: (line) => formatNumber(line[figure], locale),
    })),
    { id: 'file', header: t('register.file'), cell: ({ province }) => <Files province={province} /> },
  ];
  const sums = Object.fromEntries(FIGURES.map((figure) => [figure, formatNumber(sumOf(data.data, figure), locale)]));
  return (
    <section aria-labelledby="by-province" className="mt-10">
      <h2 id="by-province" className="mb-2 text-xl">
        {t('register.byProvince')}
      </h2>
      <Table
        caption={t('register.byProvince')}
        columns={columns}
        rows={data.data}
        rowKey={({ province }) => province.code}
        sums={{ ...sums, province: t('register.sum') }}
      />
    </section>
  );
}
