import { EmptyState, LinkButton, Table, useApi, useLocale, type Column } from '@xihuo/ui';
import { Page } from '../frame/page';
import { RowLink, useView, Views } from '../frame/views';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { yearToEnter } from './calendar-year';
import { areaOf, SettingStatus, useSettingValue, useTerm, type Setting } from './parts';

const AREAS = [
  ...([
    'admission',
    'afterSale',
    'benefit',
    'breakdown',
    'calendar',
    'cart',
    'catalogue',
    'dispute',
    'fee',
    'fulfilment',
  ] as const),
  ...(['ledger', 'order', 'payout', 'promotion', 'purchase', 'settlement', 'trace'] as const),
] as const;

function useColumns(): Column<Setting>[] {
  const t = useT();
  const isEnglish = useLocale() === 'en';
  const valueOf = useSettingValue();
  const termOf = useTerm();
  return [
    {
      ...{ id: 'name', header: t('setting.name'), rowHeader: true },
      cell: ({ key, name }) => <RowLink to={`/registry/settings/${key}`}>{isEnglish ? name.en : name.zh}</RowLink>,
    },
    {
      ...{ id: 'value', header: t('setting.value') },
      cell: (row) => (
        <span className="numeric line-clamp-3 max-w-[min(18rem,55vw)] wrap-anywhere whitespace-pre-wrap">
          {valueOf(row)}
        </span>
      ),
    },
    {
      ...{ id: 'term', header: t('setting.term') },
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2">
          <SettingStatus status={row.status} />
          {termOf(row)}
        </span>
      ),
    },
    {
      ...{ id: 'source', header: t('setting.source') },
      cell: ({ source }) => <span className="block max-w-[30em] min-w-40">{source}</span>,
    },
  ];
}

/** The numbers the platform goes by, area by area: what holds, what comes, what is proposed. */
export function SettingsPage() {
  const t = useT();
  const area = useView('area', AREAS);
  const isProposed = useView('view', ['proposed']) !== undefined;
  const columns = useColumns();
  const query = useApi('GET /settings', {}, { staleTime: 0 });
  const fits = ({ key, status }: Setting) =>
    status !== 'past' && (area === undefined || areaOf(key) === area) && (!isProposed || status === 'proposed');
  const year = area === 'calendar' && query.data ? yearToEnter(query.data.data, query.data.asOf) : null;
  return (
    <Page
      title={t('menu.settings')}
      lead={t('setting.lead')}
      actions={
        year !== null && (
          <LinkButton to={`/registry/settings/calendar.${year}`} look="secondary">
            {t('setting.calendar.enter', { year: String(year) })}
          </LinkButton>
        )
      }
    >
      <Views
        name="view"
        label={t('setting.which')}
        views={[
          { value: '', word: t('setting.all') },
          { value: 'proposed', word: t('setting.toDecide') },
        ]}
      />
      <Views
        name="area"
        label={t('setting.area')}
        views={[
          { value: '', word: t('setting.areas') },
          ...AREAS.map((value) => ({ value, word: t(`setting.area.${value}`) })),
        ]}
      />
      <Whole query={query}>
        {({ data }) => {
          const rows = data.filter(fits);
          if (rows.length === 0)
            return isProposed && area === undefined ? (
              <EmptyState title={t('setting.noneProposed')}>{t('setting.noneProposedText')}</EmptyState>
            ) : (
              <EmptyState title={t('setting.none')}>{t('setting.noneText')}</EmptyState>
            );
          return (
            <Table
              caption={t('menu.settings')}
              columns={columns}
              rows={rows}
              rowKey={({ key, effectiveFrom, status }) => `${key} ${effectiveFrom} ${status}`}
            />
          );
        }}
      </Whole>
    </Page>
  );
}
