import { formatDate, LinkButton, Table, TextLink, useLocale, usePages, type Column, type Output } from '@xihuo/ui';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';
import { ChoiceFilter, FilterRow, ProvinceFilter, SearchField, useFilter } from './filters';
import { Place, StandingBadge } from './marks';
import { Listing } from './reading';
import { RecordPage } from './record-page';
import { ProvinceTable, RegisterSums } from './register-figures';

type Entry = Output<'GET /register/suppliers'>['data'][number];

const KINDS = ['cooperative', 'company', 'familyFarm', 'ruralCollective', 'trader'] as const;
const STANDINGS = ['certified', 'warned', 'rectifying', 'suspended', 'exited'] as const;

function useColumns(): Column<Entry>[] {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const day = (date: string | null) => (
    <span className="whitespace-nowrap">{date ? formatDate(date, locale) : '—'}</span>
  );
  return [
    {
      id: 'name',
      header: t('register.name'),
      rowHeader: true,
      cell: (entry) => (
        <TextLink className="sm:-my-2.5 sm:py-2.5" to={`/suppliers/${entry.supplierId}`}>
          {name(entry.name)}
        </TextLink>
      ),
    },
    {
      id: 'kind',
      header: t('register.kind'),
      cell: (entry) => <span className="whitespace-nowrap">{t(`kind.${entry.kind}`)}</span>,
    },
    { id: 'county', header: t('register.county'), cell: (entry) => <Place county={entry.county} /> },
    { id: 'standing', header: t('register.standing'), cell: (entry) => <StandingBadge {...entry} /> },
    { id: 'since', header: t('register.since'), cell: (entry) => day(entry.certifiedOn) },
    { id: 'until', header: t('register.until'), cell: (entry) => day(entry.validUntil) },
  ];
}

function Filters() {
  const t = useT();
  const choices = <Value extends string>(values: readonly Value[], word: (value: Value) => string) =>
    values.map((value) => ({ value, label: word(value) }));
  return (
    <FilterRow label={t('nav.register')}>
      <SearchField label={t('register.search')} />
      <ProvinceFilter />
      <ChoiceFilter
        name="kind"
        label={t('register.kind')}
        all={t('register.everyKind')}
        choices={choices(KINDS, (kind) => t(`kind.${kind}`))}
      />
      <ChoiceFilter
        name="standing"
        label={t('register.standing')}
        all={t('register.everyStanding')}
        choices={choices(STANDINGS, (standing) => t(`standing.${standing}`))}
      />
    </FilterRow>
  );
}

/** Who may sell here, since when and until when; also who may not at present. */
export function RegisterPage() {
  const t = useT();
  const columns = useColumns();
  const { get, oneOf, isActive } = useFilter();
  const query = {
    q: get('q'),
    province: get('province'),
    kind: oneOf('kind', KINDS),
    standing: oneOf('standing', STANDINGS),
    limit: 30,
  };
  const list = usePages('GET /register/suppliers', { query });
  const empty = {
    title: t('register.none'),
    text: t('list.noneHint'),
    action: isActive && (
      <LinkButton look="secondary" to="/register">
        {t('register.clear')}
      </LinkButton>
    ),
  };
  return (
    <RecordPage title={t('nav.register')} lead={t('register.lead')} data="/register/suppliers">
      <RegisterSums />
      <Filters />
      <Listing query={list} empty={empty}>
        {(rows) => (
          <Table caption={t('nav.register')} columns={columns} rows={rows} rowKey={(entry) => entry.supplierId} />
        )}
      </Listing>
      <ProvinceTable />
    </RecordPage>
  );
}
