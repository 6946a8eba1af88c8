import { Button, Card, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../../frame/act-dialog';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { EDITION_READS as READS, PUBLISHED_READS, wantedOf, type Edition } from './edition';
import { EditionWordFields, isTitled, type EditionWords } from './editions-page';
import { useAfter } from './use-after';

/** What a draft waits for: its words, and somebody other than its drafter to publish it. */
export function EditionActs({ edition }: { edition: Edition }) {
  const t = useT();
  const me = useMe();
  const [act, setAct] = useState<'words' | 'publish' | null>(null);
  const close = () => setAct(null);
  return (
    <Card title={t('edition.next')} className="flex flex-col gap-2">
      {edition.mayPublish && hasRole(me, ['operator', 'reviewer']) && (
        <Button data-act="POST /admission/editions/{number}/publish" wide onClick={() => setAct('publish')}>
          {t('edition.publish')}
        </Button>
      )}
      <p className="text-sm text-ink-faint">{t('edition.publishBy', { name: edition.draftedBy })}</p>
      {hasRole(me, ['operator']) && (
        <Button data-act="PUT /admission/editions/{number}" look="secondary" wide onClick={() => setAct('words')}>
          {t('edition.words')}
        </Button>
      )}
      {act === 'publish' && <Publish edition={edition} onClose={close} />}
      {act === 'words' && <EditWords edition={edition} onClose={close} />}
    </Card>
  );
}

function Publish({ edition, onClose }: { edition: Edition; onClose: () => void }) {
  const t = useT();
  const send = useSend(
    'POST /admission/editions/{number}/publish',
    useAfter({ routes: PUBLISHED_READS, told: t('edition.publishedDone', { number: edition.number }), close: onClose }),
  );
  return (
    <ActDialog
      title={t('edition.publish')}
      submit={t('edition.publishSubmit', { number: edition.number })}
      text={t('edition.publishText', {
        entries: edition.entries,
        arrivals: edition.arrivals,
        departures: edition.departures.length,
      })}
      pending={send.isPending}
      problem={send.error}
      onSubmit={() => send.mutate({ params: { number: String(edition.number) }, version: edition.version })}
      onClose={onClose}
    />
  );
}

function EditWords({ edition, onClose }: { edition: Edition; onClose: () => void }) {
  const t = useT();
  const [words, setWords] = useState<EditionWords>({ title: edition.title, note: edition.note });
  const send = useSend(
    'PUT /admission/editions/{number}',
    useAfter({ routes: READS, told: t('edition.saved'), close: onClose }),
  );
  const submit = () => {
    if (!isTitled(words)) return;
    send.mutate({
      params: { number: String(edition.number) },
      body: { ...wantedOf(edition), ...words },
      version: edition.version,
    });
  };
  return (
    <ActDialog
      title={t('edition.words')}
      submit={t('edition.save')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <EditionWordFields words={words} told onChange={setWords} />
    </ActDialog>
  );
}
