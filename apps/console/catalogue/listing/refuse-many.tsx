import { TextArea, useApiClient, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { BulkDialog } from '../../frame/bulk/bulk-dialog';
import type { BulkAct } from '../../frame/bulk/bulk-bar';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';

type Entry = Output<'GET /catalogue/changes'>['data'][number];
const ACTS = { requestChanges: 'request-changes', reject: 'reject' } as const;
type Act = keyof typeof ACTS;

const SHORTEST = 4;

/** The same is wrong with several: one sentence for all of them. One that moved on meanwhile is refused by itself. */
function RefuseMany({ entries, act, onClose }: { entries: readonly Entry[]; act: Act; onClose: () => void }) {
  const t = useT();
  const api = useApiClient();
  const [message, setMessage] = useState('');
  const [tried, setTried] = useState(false);
  const short = message.trim().length < SHORTEST;
  // The version that stood in the list when it was read: what somebody changed since is not refused unseen.
  const send = ({ id, version }: Entry) =>
    api(`POST /catalogue/changes/{id}/${ACTS[act]}`, { params: { id }, version, body: { message } });
  return (
    <BulkDialog
      title={t(act === 'reject' ? 'change.reject' : 'change.requestChanges')}
      text={t(act === 'reject' ? 'change.rejectText' : 'change.requestText')}
      look={act === 'reject' ? 'danger' : 'primary'}
      rows={entries}
      rowKey={(entry) => entry.id}
      name={(entry) => `${entry.product.name} · ${entry.supplier.name}`}
      to={(entry) => `/catalogue/changes/${entry.id}`}
      ready={() => {
        setTried(true);
        return !short;
      }}
      send={send}
      onClose={onClose}
    >
      <TextArea
        label={t(act === 'reject' ? 'act.reason' : 'change.what')}
        maxLength={1000}
        value={message}
        error={tried && short ? t('act.tooShort', { count: SHORTEST }) : null}
        onChange={(event) => setMessage(event.target.value)}
      />
    </BulkDialog>
  );
}

/** What a reviewer can do to several changes. To publish one its differences are looked at, which is done one by one. */
export function useChangeActs(): readonly BulkAct<Entry>[] | undefined {
  const t = useT();
  const me = useMe();
  if (!hasRole(me, ['reviewer'])) return undefined;
  return (['requestChanges', 'reject'] as const).map((act) => ({
    id: act,
    route: `POST /catalogue/changes/{id}/${act === 'reject' ? 'reject' : 'request-changes'}` as const,
    word: t(act === 'reject' ? 'change.reject' : 'change.requestChanges'),
    look: act === 'reject' ? ('danger' as const) : ('secondary' as const),
    can: (row) => row.state === 'submitted',
    ask: (rows, close) => <RefuseMany entries={rows} act={act} onClose={close} />,
  }));
}
