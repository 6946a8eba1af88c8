import { Badge, formatNumber, LinkButton, TextField, useLocale, usePages } from '@xihuo/ui';
import { useDeferredValue } from 'react';
import { useSearchParams } from 'react-router';
import { useSay } from '../../admission/watching/today';
import { ListFile } from '../../frame/list-file';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { RowLink } from '../../frame/views';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { Span, tones, Unsaid } from './span';

/** The register of geographical indications: what it names, who holds it, and how many may use it. */
export function IndicationsPage() {
  const t = useT();
  const say = useSay();
  const locale = useLocale();
  const keeps = hasRole(useMe(), ['operator']);
  const [search, setSearch] = useSearchParams();
  const typed = search.get('q') ?? '';
  const q = useDeferredValue(typed.trim());
  const input = { query: q === '' ? {} : { q } };
  const query = usePages('GET /catalogue/indications', input);
  return (
    <Page
      title={t('menu.indications')}
      lead={t('indications.lead')}
      actions={keeps && <LinkButton to="/catalogue/indications/new">{t('indications.new')}</LinkButton>}
    >
      <TextField
        className="mb-4 max-w-[28rem]"
        type="search"
        label={t('indications.find')}
        maxLength={60}
        value={typed}
        onChange={({ target }) => setSearch(target.value === '' ? {} : { q: target.value }, { replace: true })}
      />
      <Listing
        id="indications"
        query={query}
        caption={t('menu.indications')}
        rowKey={(row) => row.id}
        empty={
          q === ''
            ? { title: t('indications.none'), text: t('indications.noneText') }
            : { title: t('indications.notFound'), text: t('indications.notFoundText') }
        }
        file={<ListFile name={t('menu.indications')} route="GET /catalogue/indications" input={input} />}
        columns={[
          {
            id: 'name',
            header: t('indications.name'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/catalogue/indications/${row.id}`}>{say(row.name)}</RowLink>,
          },
          {
            id: 'kinds',
            header: t('indications.kinds'),
            cell: (row) => row.kinds.map((kind) => t(`indicationKind.${kind}`)).join(t('indications.and')),
          },
          { id: 'holder', header: t('indications.holder'), cell: (row) => row.holder || <Unsaid /> },
          { id: 'number', header: t('indications.number'), cell: (row) => row.markNumber || <Unsaid /> },
          { id: 'days', header: t('indications.days'), cell: (row) => <Span {...row} /> },
          {
            id: 'state',
            header: t('list.state'),
            cell: (row) => <Badge tone={tones[row.state]}>{t(`indicationState.${row.state}`)}</Badge>,
          },
          {
            id: 'users',
            header: t('indications.users'),
            numeric: true,
            cell: (row) => formatNumber(row.users, locale),
          },
        ]}
      />
    </Page>
  );
}
