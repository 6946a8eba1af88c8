import { usePages } from '@xihuo/ui';
import { Listing } from '../../frame/listing';
import { useView, Views } from '../../frame/views';
import { Day } from '../../frame/when';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { ActButton, type Act } from './act';
import { WatchPage } from './frame';
import { Papers } from './papers';
import { StateBadge, type Certificate } from './states';
import { SupplierLink } from './supplier-link';
import { Until } from './today';

/** The reminders' own steps: what ends within so many days, or has ended. */
const WITHIN = { ending30: 30, ending7: 7, ending1: 1 } as const;
const VIEWS = ['ending30', 'ending7', 'ending1', 'valid', 'refused', 'revoked'] as const;

function useJudge(
  { id, version }: Certificate,
  verdict: 'valid' | 'refused',
): Act<'POST /admission/certificates/{id}/verification'> {
  const t = useT();
  return {
    route: 'POST /admission/certificates/{id}/verification',
    word: t(`certificate.judge.${verdict}`),
    lead: t(`certificate.judge.${verdict}.lead`),
    done: t(`certificate.judge.${verdict}.done`),
    fields: [{ name: 'note', kind: 'area', label: t('certificate.note'), most: 500, optional: verdict === 'valid' }],
    input: ({ note = '' }) => ({ params: { id }, version, body: { verdict, note: note.trim() } }),
  };
}

function useRevoke({ id, version }: Certificate): Act<'POST /admission/certificates/{id}/revocation'> {
  const t = useT();
  return {
    route: 'POST /admission/certificates/{id}/revocation',
    word: t('certificate.revoke'),
    lead: t('certificate.revoke.lead'),
    done: t('certificate.revoke.done'),
    look: 'danger',
    fields: [{ name: 'reason', kind: 'area', label: t('measure.reason'), least: 4, most: 500 }],
    input: ({ reason = '' }) => ({ params: { id }, version, body: { reason: reason.trim() } }),
  };
}

function Acts({ certificate }: { certificate: Certificate }) {
  const valid = useJudge(certificate, 'valid');
  const refused = useJudge(certificate, 'refused');
  const revoke = useRevoke(certificate);
  if (certificate.state === 'valid') return <ActButton act={revoke} size="small" />;
  if (certificate.state !== 'handedIn') return null;
  return (
    <span className="flex flex-wrap gap-2">
      <ActButton act={valid} size="small" />
      <ActButton act={refused} size="small" />
    </span>
  );
}

/** Kind, number and whose: what names a certificate. */
export function CertificateName({ certificate }: { certificate: Certificate }) {
  const t = useT();
  return (
    <>
      {t(`certificateKind.${certificate.kind}`)}
      {certificate.productName && ` · ${certificate.productName}`}
      <span className="block font-mono text-xs font-normal text-ink-faint">{certificate.number}</span>
      {certificate.issuer && (
        <span lang="zh-CN" className="block text-xs font-normal text-ink-faint">
          {certificate.issuer}
        </span>
      )}
    </>
  );
}

/** Licences and certificates: what was handed in first, then what ends. */
export function CertificatesPage() {
  const t = useT();
  const me = useMe();
  const view = useView('view', VIEWS);
  const ending = view === 'ending30' || view === 'ending7' || view === 'ending1';
  const query = usePages('GET /admission/certificates', {
    query: ending ? { within: WITHIN[view] } : { state: view ?? 'handedIn' },
  });
  return (
    <WatchPage title={t('watch.certificates')} lead={t('certificates.lead')}>
      <Views
        name="view"
        label={t('cases.views')}
        views={[
          { value: '', word: t('certificate.handedIn') },
          ...VIEWS.map((value) => ({ value, word: t(`certificate.${value}`) })),
        ]}
      />
      <Listing
        id="certificates"
        query={query}
        caption={t('watch.certificates')}
        rowKey={(row) => row.id}
        empty={{ title: t('certificates.none'), text: t('cases.noneText') }}
        columns={[
          {
            id: 'name',
            header: t('certificate.name'),
            rowHeader: true,
            cell: (row) => <CertificateName certificate={row} />,
          },
          { id: 'supplier', header: t('watch.supplier'), cell: (row) => <SupplierLink supplier={row.supplier} /> },
          {
            id: 'until',
            header: t('certificate.validUntil'),
            cell: (row) => <Until day={row.validUntil} settled={row.state !== 'valid'} />,
          },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={`certificate.${row.state}`} /> },
          { id: 'handedIn', header: t('certificate.handedInAt'), cell: (row) => <Day value={row.handedInAt} /> },
          { id: 'file', header: t('certificate.file'), cell: (row) => <Papers ids={row.fileId ? [row.fileId] : []} /> },
          ...(hasRole(me, ['reviewer'])
            ? [
                {
                  id: 'act',
                  header: t('list.act'),
                  cell: (row: Certificate) => row.mayJudge && <Acts certificate={row} />,
                },
              ]
            : []),
        ]}
      />
    </WatchPage>
  );
}
