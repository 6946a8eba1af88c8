import { Card, Table, usePages } from '@xihuo/ui';
import { useSay } from '../watching/today';
import { useOwnProducts } from '../../catalogue/own-products';
import { useMe } from '../../identity/me';
import { useT } from '../../words';
import { ActButton, type Act } from '../watching/act';
import { CertificateName } from '../watching/certificates-page';
import { StateBadge, type Certificate } from '../watching/states';
import { Until } from '../watching/today';
import { useOwnPapers } from './own-papers';

const KINDS = [
  'businessLicence',
  'foodProductionLicence',
  'foodOperationLicence',
  'mandate',
  'testReport',
  'greenFood',
  'organic',
  'geographicalIndication',
] as const satisfies readonly Certificate['kind'][];

/** Papers that are about one product, and hold for no other. */
const OF_PRODUCT = ['testReport', 'greenFood', 'organic', 'geographicalIndication'];

function HandIn({ supplierId }: { supplierId: string }) {
  const t = useT();
  const papers = useOwnPapers(supplierId, 1);
  const own = useOwnProducts(supplierId, []);
  const say = useSay();
  const act: Act<'POST /supplier/certificates'> = {
    route: 'POST /supplier/certificates',
    ...{ word: t('own.handIn'), lead: t('own.handIn.lead'), done: t('own.handIn.done') },
    fields: [
      {
        ...{ name: 'kind', kind: 'choice', label: t('certificate.name') },
        choices: KINDS.map((value) => ({ value, label: t(`certificateKind.${value}`) })),
      },
      {
        ...{ name: 'productId', kind: 'choice', label: t('own.handIn.product') },
        choices: own.products.map(({ productId, name }) => ({ value: productId, label: say(name) })),
        when: ({ kind = '' }) => OF_PRODUCT.includes(kind),
      },
      {
        ...{ name: 'scope', kind: 'text', label: t('own.handIn.indication'), most: 40 },
        when: ({ kind }) => kind === 'geographicalIndication',
      },
      { name: 'number', kind: 'text', label: t('own.handIn.number'), least: 2, most: 60 },
      { name: 'issuer', kind: 'text', label: t('own.handIn.issuer'), most: 120, optional: true },
      {
        name: 'validUntil',
        kind: 'day',
        label: t('certificate.validUntil'),
        hint: t('own.handIn.untilHint'),
        optional: true,
      },
    ],
    extra: (
      <>
        {own.find}
        {papers.picker}
      </>
    ),
    input: ({ kind = '', number = '', issuer = '', validUntil = '', productId = '', scope = '' }) => ({
      body: {
        ...{ supplierId, kind: kind as Certificate['kind'], number: number.trim() },
        ...{ issuer: issuer.trim(), validUntil: validUntil || null },
        ...(OF_PRODUCT.includes(kind) ? { productId } : {}),
        ...(kind === 'geographicalIndication' ? { scope: scope.trim() } : {}),
        ...(papers.ids[0] ? { fileId: papers.ids[0] } : {}),
      },
    }),
  };
  return <ActButton act={act} size="small" />;
}

/** Licences and certificates of the own supplier, or those that end within the month, and the way to hand in a new one. */
export function OwnCertificates({ waiting = false }: { waiting?: boolean }) {
  const t = useT();
  const me = useMe();
  const { rows } = usePages('GET /supplier/certificates', { query: waiting ? { within: '30' } : {} });
  const supplierId = me.grants.find(({ role }) => role === 'supplier')?.organisation?.id;
  return (
    <Card title={t('watch.certificates')} aside={supplierId && <HandIn supplierId={supplierId} />}>
      {rows?.length === 0 && (
        <p className="text-ink-soft">{t(waiting ? 'waiting.nothing' : 'own.certificates.none')}</p>
      )}
      {rows && rows.length > 0 && (
        <Table
          caption={t('watch.certificates')}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'name',
              header: t('certificate.name'),
              rowHeader: true,
              cell: (row) => <CertificateName certificate={row} />,
            },
            {
              id: 'until',
              header: t('certificate.validUntil'),
              cell: (row) => <Until day={row.validUntil} settled={row.state !== 'valid'} />,
            },
            {
              id: 'state',
              header: t('list.state'),
              cell: (row) => (
                <>
                  <StateBadge state={`certificate.${row.state}`} />
                  {row.refusal && <span className="block text-sm text-ink-soft">{row.refusal}</span>}
                </>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}
