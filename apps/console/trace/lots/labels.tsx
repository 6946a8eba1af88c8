import { Button, Card, Loading, Select, Skeleton, toast, useApi, useApiClient, useProblemText } from '@xihuo/ui';
import { useState } from 'react';
import { saveFile } from '../../frame/save-file';
import { useSource } from '../../frame/use-source';
import { useT } from '../../words';
import type { Lot } from './lot-parts';

type Format = 'png' | 'svg' | 'pdf';
const FORMATS: readonly Format[] = ['pdf', 'png', 'svg'];
const COPIES = ['12', '24', '48', '96'] as const;

function Code({ file, code }: { file: Blob; code: string }) {
  const t = useT();
  const source = useSource<HTMLImageElement>(file);
  return (
    <img ref={source} alt={t('label.qr', { code })} width={144} height={144} className="size-36 [background:white]" />
  );
}

/** Downloads of a lot, handed to the browser under the lot's code. */
function useSaves(lot: Lot) {
  const api = useApiClient();
  const problemText = useProblemText();
  const save = async (work: Promise<Blob>, ending: string) => {
    try {
      saveFile(await work, `${lot.code}.${ending}`);
    } catch (problem) {
      toast(problemText(problem), 'bad');
    }
  };
  return {
    label: (format: Format, copies: number, sku: string) => {
      const query = { format, copies, ...(sku === '' ? {} : { sku }) };
      return save(api('GET /supplier/lots/{id}/label', { params: { id: lot.id }, query }), format);
    },
    events: () => save(api('GET /lots/{code}/epcis', { params: { code: lot.code } }), 'epcis.jsonld'),
  };
}

/** The code on the pack: to look at, to print as labels, as a picture for a printer's own layout, and the events behind it. */
export function Labels({ lot }: { lot: Lot }) {
  const t = useT();
  const saves = useSaves(lot);
  const params = { id: lot.id };
  const preview = useApi(
    'GET /supplier/lots/{id}/label',
    { params, query: { format: 'png' } },
    { staleTime: Infinity },
  );
  const [sku, setSku] = useState('');
  const [copies, setCopies] = useState<string>('24');
  const packs = [...new Map(lot.packings.map(({ skuId, pack }) => [skuId, pack]))];
  return (
    <Card title={t('label.title')}>
      <div className="flex flex-wrap items-start gap-5">
        {preview.data ? (
          <Code file={preview.data} code={lot.code} />
        ) : (
          <Loading>
            <Skeleton className="size-36" />
          </Loading>
        )}
        <p className="min-w-48 flex-1 text-sm text-ink-soft">
          {t('label.text')}
          <span className="mt-2 block font-mono break-all">{lot.digitalLink}</span>
        </p>
      </div>
      <div className="mt-4 grid gap-3 sm:grid-cols-2">
        <Select
          label={t('label.of')}
          value={sku}
          placeholder={t('label.anyPack')}
          optional
          choices={packs.map(([value, pack]) => ({ value, label: pack }))}
          onChange={(event) => setSku(event.target.value)}
        />
        <Select
          label={t('label.copies')}
          value={copies}
          choices={COPIES.map((value) => ({ value, label: value }))}
          onChange={(event) => setCopies(event.target.value || '24')}
        />
      </div>
      <div className="mt-3 flex flex-wrap gap-3">
        {FORMATS.map((format) => (
          <Button
            key={format}
            look={format === 'pdf' ? 'primary' : 'secondary'}
            size="small"
            onClick={() => void saves.label(format, Number(copies), sku)}
          >
            {t(`label.${format}`)}
          </Button>
        ))}
        <Button look="secondary" size="small" onClick={() => void saves.events()}>
          {t('label.epcis')}
        </Button>
      </div>
    </Card>
  );
}
