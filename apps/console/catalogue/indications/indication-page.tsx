import { Badge, Card, Facts, useApi, usePages, type Output } from '@xihuo/ui';
import { useParams } from 'react-router';
import { useSay } from '../../admission/watching/today';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { Day } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { IndicationForm } from './indication-form';
import { Span, tones } from './span';

type Indication = Output<'GET /catalogue/indications/{id}'>;

const useBack = () => ({ to: '/catalogue/indications', word: useT()('menu.indications') });

/** Who has shown a certificate to use it, and whether their offer carries name and mark today. */
function Users({ id }: { id: string }) {
  const t = useT();
  const say = useSay();
  const query = usePages('GET /catalogue/indications/{id}/users', { params: { id }, query: {} });
  return (
    <Card title={t('indications.users')}>
      <p className="mb-3 text-ink-soft">{t('indications.usersText')}</p>
      <Listing
        id="indicationUsers"
        query={query}
        caption={t('indications.users')}
        rowKey={(row) => `${row.supplier.id} ${row.number}`}
        empty={{ title: t('indications.noUsers'), text: t('indications.noUsersText') }}
        columns={[
          { id: 'supplier', header: t('agreement.supplier'), rowHeader: true, cell: (row) => row.supplier.name },
          {
            id: 'product',
            header: t('order.product'),
            cell: (row) => (row.product ? say(row.product.name) : t('indications.unknown')),
          },
          { id: 'number', header: t('indications.certificate'), cell: (row) => row.number },
          { id: 'until', header: t('indications.validUntil'), cell: (row) => <Day value={row.validUntil} /> },
          {
            id: 'marked',
            header: t('indications.marked'),
            cell: (row) => (
              <Badge tone={row.marked ? 'good' : 'neutral'}>
                {t(row.marked ? 'indications.isMarked' : 'indications.notMarked')}
              </Badge>
            ),
          },
        ]}
      />
    </Card>
  );
}

function Shown({ indication }: { indication: Indication }) {
  const t = useT();
  const { kinds, holder, markNumber, source } = indication;
  return (
    <Card title={t('indications.entry')}>
      <Facts
        facts={[
          {
            term: t('indications.kinds'),
            detail: kinds.map((kind) => t(`indicationKind.${kind}`)).join(t('indications.and')),
          },
          { term: t('indications.holder'), detail: holder || t('indications.unknown') },
          { term: t('indications.number'), detail: markNumber || t('indications.unknown') },
          { term: t('indications.days'), detail: <Span {...indication} /> },
          { term: t('indications.source'), detail: <span className="break-all">{source}</span> },
        ]}
      />
    </Card>
  );
}

/** One indication: what the register says of it, and who uses it. */
export function IndicationPage() {
  const t = useT();
  const say = useSay();
  const { id = '' } = useParams();
  const keeps = hasRole(useMe(), ['operator']);
  const query = useApi('GET /catalogue/indications/{id}', { params: { id } });
  const { data } = query;
  return (
    <Page
      title={data ? say(data.name) : t('menu.indications')}
      lead={data && <Badge tone={tones[data.state]}>{t(`indicationState.${data.state}`)}</Badge>}
      back={useBack()}
      history={{ kind: 'indication', id }}
    >
      <Whole query={query}>
        {(indication) => (
          <div className="flex flex-col gap-6">
            <Users id={indication.id} />
            {keeps ? <IndicationForm key={indication.id} draft={indication} /> : <Shown indication={indication} />}
          </div>
        )}
      </Whole>
    </Page>
  );
}

export function NewIndicationPage() {
  const t = useT();
  return (
    <Page title={t('indications.new')} lead={t('indications.newLead')} back={useBack()}>
      <IndicationForm draft={null} />
    </Page>
  );
}
