import { Button, Card, Notice, TextField, toast, useProblemText, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { NO_REGION, type RegionPath } from '../ordering/delivery';
import { RegionPicker } from '../ordering/region-picker';
import { useT } from '../words';
import type { Organisation } from './organisation';

const EMPTY = { name: '', address: '', contact: '', phone: '', receivingHours: '' };
type Field = keyof typeof EMPTY;

interface SitesProps {
  organisation: Organisation;
  reload: () => void;
}

/** Where goods are brought to; contact and phone are shown masked, and in full only to whoever ships. */
export function Sites({ organisation, reload }: SitesProps) {
  const t = useT();
  const problemText = useProblemText();
  const close = useSend('DELETE /organisations/{id}/sites/{siteId}', { onSuccess: reload });
  return (
    <Card title={t('business.sites')}>
      <ul className="flex flex-col gap-3">
        {organisation.sites.map((site) => (
          <li key={site.id} className="flex flex-wrap items-center justify-between gap-3">
            <span lang="zh-CN" className="min-w-0">
              <span className="font-medium">{site.name}</span>
              <span className="block text-sm text-ink-faint">
                {site.regionName} {site.address} {site.contact} {site.phone} {site.receivingHours}
              </span>
            </span>
            <Button
              look="quiet"
              size="small"
              onClick={() => close.mutate({ params: { id: organisation.id, siteId: site.id } })}
            >
              {t('business.siteClose')}
            </Button>
          </li>
        ))}
      </ul>
      {close.error && <Notice tone="bad" urgent title={problemText(close.error)} />}
      <NewSite {...{ organisation, reload }} />
    </Card>
  );
}

function NewSite({ organisation, reload }: SitesProps) {
  const t = useT();
  const problemText = useProblemText();
  const [draft, setDraft] = useState(EMPTY);
  const [path, setPath] = useState<RegionPath>(NO_REGION);
  const [code, setCode] = useState<string | null>(null);
  const send = useSend('POST /organisations/{id}/sites', {
    onSuccess: () => {
      toast(t('business.saved'));
      setDraft(EMPTY);
      setPath(NO_REGION);
      reload();
    },
  });
  const isWhole = code !== null && /^1\d{10}$/.test(draft.phone) && draft.name && draft.address && draft.contact;
  const field = (key: Field, word: 'siteName' | 'siteAddress' | 'siteContact' | 'sitePhone' | 'siteHours') => ({
    label: t(`business.${word}`),
    value: draft[key],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [key]: event.target.value }),
  });
  return (
    <div className="mt-5 flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="text-base font-semibold">{t('business.siteAdd')}</h3>
      <TextField {...field('name', 'siteName')} maxLength={40} />
      <RegionPicker value={path} error={null} onChange={setPath} onCode={setCode} />
      <TextField {...field('address', 'siteAddress')} maxLength={200} />
      <div className="grid gap-3 sm:grid-cols-3">
        <TextField {...field('contact', 'siteContact')} maxLength={40} />
        <TextField {...field('phone', 'sitePhone')} type="tel" inputMode="tel" maxLength={11} />
        <TextField {...field('receivingHours', 'siteHours')} optional maxLength={40} />
      </div>
      {send.error && <Notice tone="bad" urgent title={problemText(send.error)} />}
      <Button
        look="secondary"
        className="self-start"
        pending={send.isPending}
        unavailable={!isWhole}
        onClick={() => {
          const body = { ...draft, regionCode: code!, storage: [] };
          send.mutate({ params: { id: organisation.id }, body });
        }}
      >
        {t('business.siteAdd')}
      </Button>
    </div>
  );
}
