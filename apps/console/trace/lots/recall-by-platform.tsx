import { Button, Card, EmptyState, TextField, useApi, type Output } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { Whole } from '../../frame/whole';
import { Day } from '../../frame/when';
import { useT } from '../../words';
import { LotBadge } from './lot-parts';
import { RecallDialog } from './start-recall';

type Found = Output<'GET /trace/lots'>['data'][number];
const CODE = /^[A-Za-z0-9-]{4,40}$/;

function Lots({ code, onRecall }: { code: string; onRecall: (lot: Found) => void }) {
  const t = useT();
  const query = useApi('GET /trace/lots', { query: { code } });
  return (
    <Whole query={query}>
      {({ data }) =>
        data.length === 0 ? (
          <EmptyState title={t('recalls.foundNone')}>{t('recalls.foundNoneText')}</EmptyState>
        ) : (
          <ul className="divide-y divide-line" aria-label={t('recalls.found')}>
            {data.map((lot) => (
              <li key={lot.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
                <span className="min-w-0">
                  <span className="font-mono break-all">{lot.code}</span> <LotBadge state={lot.state} />
                  <span className="block text-sm text-ink-soft">
                    {lot.supplierName} · {lot.productName} · <Day value={lot.producedOn} />
                  </span>
                </span>
                {lot.state !== 'recalled' && (
                  <Button data-act="POST /trace/recalls" look="danger" onClick={() => onRecall(lot)}>
                    {t('recall.title')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Whole>
  );
}

/** Where a supplier does not recall what it should, the platform does: a lot is found by the code that is printed on its packs. */
export function RecallByPlatform() {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [lot, setLot] = useState<Found | null>(null);
  const find = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (CODE.test(typed.trim())) setCode(typed.trim());
  };
  return (
    <Card title={t('recalls.byPlatform')} className="mb-6">
      <p className="mb-4 text-ink-soft">{t('recalls.byPlatformText')}</p>
      <form noValidate onSubmit={find} className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 grow sm:max-w-md">
          <TextField
            label={t('recalls.code')}
            hint={t('recalls.codeHint')}
            value={typed}
            maxLength={40}
            autoComplete="off"
            error={tried && !CODE.test(typed.trim()) ? t('act.tooShort', { count: 4 }) : null}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button type="submit" look="secondary" className="sm:mt-8">
          {t('recalls.find')}
        </Button>
      </form>
      {code !== '' && <Lots code={code} onRecall={setLot} />}
      {lot && <RecallDialog lot={lot} follows={t('recalls.follows')} onClose={() => setLot(null)} />}
    </Card>
  );
}
