import { Badge, Button, ErrorState, Timeline, usePages, type Output } from '@xihuo/ui';
import { useT } from '../words';
import { LinesToCome, type Told } from './history';
import { Changed } from './changed';
import { NoteForm } from './note-form';
import { useDeedT, wordsOf } from './trail-words';
import { Moment } from './when';

type Line = Output<'GET /history/{kind}/{id}'>['data'][number];

/** What was done to a thing, the newest first. */
export function Lines({ of: { kind, id } }: { of: Told }) {
  const t = useT();
  const list = usePages('GET /history/{kind}/{id}', { params: { kind, id }, query: { limit: 20 } });
  if (list.isPending) return <LinesToCome />;
  if (list.isError && !list.rows) return <ErrorState problem={list.error} onRetry={() => void list.refetch()} />;
  const rows = list.rows ?? [];
  return (
    <div className="pt-2">
      {rows.length === 0 ? (
        <p className="text-ink-soft">{t('history.none')}</p>
      ) : (
        <Timeline
          entries={rows.map((line) => ({
            id: line.id,
            at: <Moment value={line.at} />,
            title: <What line={line} />,
            children: <Changed line={line} of={id} />,
          }))}
        />
      )}
      {list.hasNextPage && (
        <Button look="quiet" pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
      {/* In one place whatever stands above: what is being typed stays when the first line comes. */}
      <NoteForm of={{ kind, id }} />
    </div>
  );
}

function What({ line: { action, by, refused } }: { line: Line }) {
  const t = useT();
  const deed = useDeedT();
  const { of, verb } = wordsOf(action);
  const who = by.kind === 'system' ? t('trail.machine') : (by.name ?? t('history.other'));
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <span>
        {of && deed(of)} {verb ? deed(verb) : <code className="text-xs">{action}</code>}
      </span>
      <span className="font-normal text-ink-soft">{who}</span>
      {refused !== null && <Badge tone="bad">{t('trail.wasRefused')}</Badge>}
    </span>
  );
}
