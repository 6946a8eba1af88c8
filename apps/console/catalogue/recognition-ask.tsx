import { useQueryClient } from '@tanstack/react-query';
import { Button, routeKey, Select, TextField, toast, useSend, type Input } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../frame/act-dialog';
import { useT } from '../words';
import { emptyGroup, unfinished, type FieldSpec, type Group } from './dossier-draft';
import { GroupFields, type ProductKey } from './group-fields';
import { RECOGNITION_READS, type Recognition } from './recognition-reads';

type Asked = NonNullable<Input<'POST /admission/recognitions/{id}/resubmit'>['body']>;
const KINDS = ['issuerDecision', 'testReport', 'originProof', 'linkageProof', 'priceComparison', 'other'] as const;
const EVIDENCE: readonly FieldSpec[] = [
  { name: 'kind', kind: 'choice', values: KINDS },
  { name: 'reference', kind: 'text' },
  { name: 'fileId', kind: 'paper' },
];

interface AskProps {
  product: ProductKey;
  /** Asked again, with what was said before. */
  before: Recognition | null;
  onClose: () => void;
}

function useAsking({ product, before, onClose }: AskProps) {
  const t = useT();
  const queries = useQueryClient();
  const onSuccess = () => {
    toast(t('recognitionAsk.done'));
    for (const route of RECOGNITION_READS) void queries.invalidateQueries({ queryKey: routeKey(route) });
    onClose();
  };
  const first = useSend('POST /admission/recognitions', { onSuccess });
  const again = useSend('POST /admission/recognitions/{id}/resubmit', { onSuccess });
  const send = (body: Asked) =>
    before
      ? again.mutate({ params: { id: before.id }, body, version: before.version })
      : first.mutate({ body: { ...product, ...body } });
  return { send, pending: first.isPending || again.isPending, problem: first.error ?? again.error };
}

interface EvidenceProps {
  product: ProductKey;
  entries: readonly Group[];
  tried: boolean;
  onChange: (entries: readonly Group[]) => void;
}

function Evidence({ product, entries, tried, onChange }: EvidenceProps) {
  const t = useT();
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-1 font-semibold">{t('recognition.evidence')}</legend>
      {entries.map((entry, at) => (
        <GroupFields
          key={at}
          product={product}
          pointer={`/evidence/${at}`}
          specs={EVIDENCE}
          value={entry}
          wordOf={(field) => t(`dossierCell.${field}` as 'dossierCell.number')}
          choiceWord={(value) => t(`evidence.${value}` as 'evidence.other')}
          noteAt={() => null}
          onChange={(value) => onChange(entries.map((one, index) => (index === at ? value : one)))}
        />
      ))}
      {tried && entries.some((entry) => entry['kind'] === '') && (
        <p className="text-sm font-medium text-cinnabar">{t('recognitionAsk.evidenceMissing')}</p>
      )}
      {entries.length < 20 && (
        <Button look="secondary" size="small" onClick={() => onChange([...entries, emptyGroup(EVIDENCE)])}>
          {t('dossierForm.add')}
        </Button>
      )}
    </fieldset>
  );
}

/** Who recognises it, by which rule, on what evidence. */
export function RecognitionAsk(props: AskProps) {
  const t = useT();
  const { product, before, onClose } = props;
  const { send, pending, problem } = useAsking(props);
  const [issuerKind, setIssuerKind] = useState<Asked['issuerKind']>(before?.issuer.kind ?? 'county');
  const [issuerName, setIssuerName] = useState(before?.issuer.kind === 'association' ? before.issuer.name : '');
  const [scheme, setScheme] = useState(before?.scheme ?? '');
  const [certificateNumber, setCertificate] = useState(before?.certificateNumber ?? '');
  const [entries, setEntries] = useState<readonly Group[]>(
    before?.files.map((one) => ({ ...one })) ?? [emptyGroup(EVIDENCE)],
  );
  const [tried, setTried] = useState(false);
  const association = issuerKind === 'association';
  const lacks = (typed: string) => (tried && typed.trim() === '' ? t('household.missing') : null);
  const submit = () => {
    setTried(true);
    const unsaid =
      scheme.trim() === '' || (association && (issuerName.trim() === '' || certificateNumber.trim() === ''));
    const whole = entries.every((entry) => entry['kind'] !== '' && unfinished(EVIDENCE, entry).length === 0);
    if (unsaid || !whole || entries.length === 0) return;
    const evidence = entries as unknown as Asked['evidence'];
    send({ issuerKind, scheme, evidence, ...(association ? { issuerName, certificateNumber } : {}) });
  };
  return (
    <ActDialog
      title={t('recognitionAsk.title')}
      submit={before ? t('recognitionAsk.again') : t('recognitionAsk.submit')}
      text={t('recognitionAsk.text')}
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t('recognition.issuer')}
        value={issuerKind}
        choices={(['county', 'association'] as const).map((value) => ({ value, label: t(`issuer.${value}`) }))}
        onChange={(event) => event.target.value && setIssuerKind(event.target.value as Asked['issuerKind'])}
      />
      {association && (
        <>
          <TextField
            label={t('recognitionAsk.issuerName')}
            maxLength={120}
            value={issuerName}
            error={lacks(issuerName)}
            onChange={(event) => setIssuerName(event.target.value)}
          />
          <TextField
            label={t('recognition.certificate')}
            maxLength={80}
            value={certificateNumber}
            error={lacks(certificateNumber)}
            onChange={(event) => setCertificate(event.target.value)}
          />
        </>
      )}
      <TextField
        label={t('recognition.scheme')}
        hint={t('recognitionAsk.schemeHint')}
        maxLength={200}
        value={scheme}
        error={lacks(scheme)}
        onChange={(event) => setScheme(event.target.value)}
      />
      <Evidence product={product} entries={entries} tried={tried} onChange={setEntries} />
    </ActDialog>
  );
}
