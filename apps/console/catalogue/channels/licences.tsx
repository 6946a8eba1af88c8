import { Badge, Button, Card, Select, useApi, usePages, type Output } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { ActButton, type Act } from '../../admission/watching/act';
import { useSay } from '../../admission/watching/today';
import { ListFile } from '../../frame/list-file';
import { Listing } from '../../frame/listing';
import { Day } from '../../frame/when';
import { useT } from '../../words';
import { Refusal, Typed, useSave } from './parts';
import { OrganisationPicker, type Organisation } from './pickers';

type Licence = Output<'GET /catalogue/brands/{id}/licences'>['data'][number];
const tones = { coming: 'info', inForce: 'good', expired: 'neutral', revoked: 'bad' } as const;

function Revoke({ licence }: { licence: Licence }) {
  const t = useT();
  const { id, version } = licence;
  const act: Act<'POST /catalogue/brand-licences/{id}/revoke'> = {
    route: 'POST /catalogue/brand-licences/{id}/revoke',
    ...{ word: t('brands.revoke'), lead: t('brands.revokeLead'), done: t('brands.revoked'), look: 'danger' },
    fields: [{ name: 'reason', kind: 'area', label: t('channel.reason'), least: 2, most: 300 }],
    input: ({ reason = '' }) => ({ params: { id }, version, body: { reason: reason.trim() } }),
  };
  return <ActButton act={act} size="small" />;
}

/** Who may or might use the mark, past and revoked ones too. */
export function Licences({ brandId }: { brandId: string }) {
  const t = useT();
  const say = useSay();
  const input = { params: { id: brandId }, query: {} };
  const query = usePages('GET /catalogue/brands/{id}/licences', input);
  return (
    <Card title={t('brands.licences')}>
      <Listing
        id="licences"
        query={query}
        caption={t('brands.licences')}
        rowKey={(row) => row.id}
        empty={{ title: t('brands.noLicences'), text: t('brands.noLicencesText') }}
        file={<ListFile name={t('brands.licences')} route="GET /catalogue/brands/{id}/licences" input={input} />}
        columns={[
          { id: 'supplier', header: t('agreement.supplier'), rowHeader: true, cell: (row) => row.supplier.name },
          {
            id: 'scope',
            header: t('brands.scope'),
            cell: (row) => (row.product ? say(row.product.name) : t('brands.everything')),
          },
          {
            id: 'days',
            header: t('brands.until'),
            cell: (row) => (
              // One piece: on a phone a cell is a line of two columns, its name and this.
              <span>
                <Day value={row.validFrom} /> – <Day value={row.validUntil} />
              </span>
            ),
          },
          { id: 'evidence', header: t('brands.evidence'), cell: (row) => row.evidence },
          {
            id: 'state',
            header: t('list.state'),
            cell: (row) => (
              <span>
                <Badge tone={tones[row.state]}>{t(`licenceState.${row.state}`)}</Badge>
                {row.revokedWhy && <span className="block text-sm text-ink-faint">{row.revokedWhy}</span>}
              </span>
            ),
          },
          {
            id: 'act',
            header: t('channel.act'),
            cell: (row) => (row.state === 'coming' || row.state === 'inForce' ? <Revoke licence={row} /> : '—'),
          },
        ]}
      />
    </Card>
  );
}

const BLANK = { productId: '', validFrom: '', validUntil: '', evidence: '' };

/** After one is granted the form begins anew. */
export function GrantLicence({ brandId }: { brandId: string }) {
  const [granted, setGranted] = useState(0);
  return <GrantForm key={granted} brandId={brandId} onGranted={() => setGranted(granted + 1)} />;
}

/** The owner of the mark decides; here it is written down, on what paper and until when. */
function GrantForm({ brandId, onGranted }: { brandId: string; onGranted: () => void }) {
  const t = useT();
  const say = useSay();
  const [supplier, setSupplier] = useState<Organisation | null>(null);
  const [typed, setTyped] = useState(BLANK);
  const [tried, setTried] = useState(false);
  const own = useApi(
    'GET /catalogue/channel-products',
    { query: { supplier: supplier?.id } },
    { enabled: supplier !== null },
  );
  const save = useSave('POST /catalogue/brands/{id}/licences', t('brands.granted'));
  const set = (some: Partial<typeof BLANK>) => setTyped((before) => ({ ...before, ...some }));
  const whole = supplier !== null && typed.validFrom && typed.validUntil && typed.evidence.trim().length >= 4;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!whole || save.isPending) return;
    const body = { ...typed, supplierId: supplier.id, productId: typed.productId || null };
    save.mutate({ params: { id: brandId }, body }, { onSuccess: onGranted });
  };
  return (
    <Card title={t('brands.grant')}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <OrganisationPicker
          label={t('agreement.supplier')}
          value={supplier}
          error={tried && !supplier ? t('act.missing') : null}
          onChange={setSupplier}
        />
        <Select
          optional
          label={t('brands.scope')}
          placeholder={t('brands.everything')}
          value={typed.productId}
          choices={(supplier ? (own.data?.data ?? []) : []).map(({ id, name }) => ({ value: id, label: say(name) }))}
          onChange={(event) => set({ productId: event.target.value })}
        />
        <Typed
          label={t('brands.from')}
          type="date"
          tried={tried}
          value={typed.validFrom}
          onChange={(validFrom) => set({ validFrom })}
        />
        <Typed
          label={t('brands.until')}
          type="date"
          tried={tried}
          value={typed.validUntil}
          onChange={(validUntil) => set({ validUntil })}
        />
        <Typed
          label={t('brands.evidence')}
          hint={t('brands.evidenceHint')}
          most={200}
          tried={tried}
          value={typed.evidence}
          onChange={(evidence) => set({ evidence })}
        />
        <Refusal problem={save.error} />
        <Button data-act="POST /catalogue/brands/{id}/licences" type="submit" pending={save.isPending}>
          {t('brands.grant')}
        </Button>
      </form>
    </Card>
  );
}
