import { useQueryClient } from '@tanstack/react-query';
import {
  Badge,
  Button,
  Card,
  Facts,
  Notice,
  routeKey,
  Select,
  TextField,
  toast,
  useApi,
  useSend,
  type Output,
  type Tone,
} from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useSay } from '../../watching/today';
import { Day, Moment } from '../../../frame/when';
import { useT } from '../../../words';
import { Problem } from '../../../frame/problem';
import { useDesk, useField } from '../desk';

export type Mandate = Output<'GET /me/mandates'>['data'][number];
const tones: Record<Mandate['state'], Tone> = {
  asked: 'attention',
  confirmed: 'good',
  refused: 'bad',
  ended: 'neutral',
};

export function MandateBadge({ state }: { state: Mandate['state'] }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(`mandate.${state}`)}</Badge>;
}

function MandateStands({ mandate }: { mandate: Mandate }) {
  const t = useT();
  return (
    <Card title={mandate.producer.name} level={3} aside={<MandateBadge state={mandate.state} />}>
      <Facts
        facts={[
          { term: t('mandate.validUntil'), detail: <Day value={mandate.validUntil} /> },
          { term: t('mandate.askedAt'), detail: <Moment value={mandate.askedAt} /> },
          { term: t('mandate.answeredAt'), detail: <Moment value={mandate.answeredAt} /> },
        ]}
      />
      <p className="mt-3 text-ink-soft">{t(`mandateText.${mandate.state}`)}</p>
    </Card>
  );
}

/** A producer is found in the public register, for only one who may sell can give a mandate. */
function ProducerChoice({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (id: string) => void;
  error: string | null;
}) {
  const t = useT();
  const say = useSay();
  const [q, setQ] = useState('');
  const found = useApi('GET /register/suppliers', { query: { q, limit: 20 } }, { enabled: q.trim().length >= 2 });
  const rows = (found.data?.data ?? []).filter(({ kind }) => kind !== 'trader');
  return (
    <>
      <TextField
        label={t('mandate.search')}
        hint={t('mandate.searchHint')}
        type="search"
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <Select
        label={t('mandate.producer')}
        value={value}
        error={error}
        disabled={rows.length === 0}
        placeholder={q.trim().length >= 2 && found.data && rows.length === 0 ? t('mandate.noProducer') : undefined}
        choices={rows.map(({ supplierId, name, county }) => ({
          value: supplierId,
          label: `${say(name)}（${county.provinceName}${county.name}）`,
        }))}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}

/** A trader sells for a producer who says so itself: asked here, answered in the producer's own console. */
export function MandateStep() {
  const t = useT();
  const queries = useQueryClient();
  const { file } = useDesk();
  const { error } = useField()('/mandate');
  const [producerId, setProducerId] = useState('');
  const [validUntil, setValidUntil] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useSend('POST /admission/applications/{id}/mandate', {
    onSuccess: () => {
      toast(t('mandate.asked.done'));
      return queries.invalidateQueries({ queryKey: routeKey('GET /admission/applications/{id}/file') });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (producerId && validUntil && !ask.isPending)
      ask.mutate({ params: { id: file.id }, body: { producerId, validUntil } });
  };
  return (
    <div id="mandate" className="flex flex-col gap-5">
      {error && <Notice tone="bad" title={error} />}
      <p className="text-ink-soft">{t('mandate.lead')}</p>
      {file.mandate && <MandateStands mandate={file.mandate} />}
      <form noValidate onSubmit={submit} className="flex max-w-lg flex-col gap-5">
        <h3 className="font-semibold">{file.mandate ? t('mandate.askOther') : t('mandate.ask')}</h3>
        <ProducerChoice
          value={producerId}
          onChange={setProducerId}
          error={tried && !producerId ? t('mandate.producerMissing') : null}
        />
        <TextField
          label={t('mandate.until')}
          type="date"
          value={validUntil}
          error={tried && !validUntil ? t('mandate.untilMissing') : null}
          onChange={(event) => setValidUntil(event.target.value)}
        />
        <Problem problem={ask.error} />
        <div>
          <Button data-act="POST /admission/applications/{id}/mandate" type="submit" pending={ask.isPending}>
            {t('mandate.submit')}
          </Button>
        </div>
      </form>
    </div>
  );
}
