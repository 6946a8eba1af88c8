import { Badge, Button, TextArea, TextField, useApi, useLocale, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ActDialog } from '../../frame/act-dialog';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { RowLink } from '../../frame/views';
import { Day } from '../../frame/when';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { EditionBadge } from './states';
import { useAfter } from './use-after';

/** Editions of the recommended catalogue (推荐目录): the draft of the next one on top, then what was published. */
export function EditionsPage() {
  const t = useT();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const query = useApi('GET /admission/editions', {});
  const [beginning, setBeginning] = useState(false);
  const hasDraft = query.data?.data.some(({ state }) => state === 'draft') ?? true;
  const isEditor = hasRole(useMe(), ['operator']);
  return (
    <Page
      title={t('menu.editions')}
      lead={t('editions.lead')}
      actions={
        isEditor &&
        !hasDraft && (
          <Button data-act="POST /admission/editions" onClick={() => setBeginning(true)}>
            {t('editions.begin')}
          </Button>
        )
      }
    >
      <Listing
        id="editions"
        query={{
          ...query,
          rows: query.data?.data,
          isFetchingNextPage: false,
          hasNextPage: false,
          fetchNextPage: () => undefined,
        }}
        caption={t('menu.editions')}
        rowKey={(row) => String(row.number)}
        empty={{ title: t('editions.none'), text: t('editions.noneText') }}
        columns={[
          {
            id: 'number',
            header: t('editions.number'),
            rowHeader: true,
            cell: (row) => (
              <RowLink to={`/admission/editions/${row.number}`}>{t('editions.nth', { number: row.number })}</RowLink>
            ),
          },
          { id: 'title', header: t('editions.title'), cell: (row) => row.title[language] },
          { id: 'state', header: t('list.state'), cell: (row) => <EditionBadge state={row.state} /> },
          { id: 'published', header: t('editions.publishedOn'), cell: (row) => <Day value={row.publishedOn} /> },
          {
            id: 'entries',
            header: t('editions.entries'),
            numeric: true,
            cell: (row) => (row.state === 'draft' ? <Badge>{t('editions.notYet')}</Badge> : row.entries),
          },
        ]}
      />
      {beginning && <Begin onClose={() => setBeginning(false)} />}
    </Page>
  );
}

function Begin({ onClose }: { onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const [words, setWords] = useState<EditionWords>({ title: { zh: '', en: '' }, note: { zh: '', en: '' } });
  const [tried, setTried] = useState(false);
  const after = useAfter({ routes: ['GET /admission/editions'], told: t('editions.begun') });
  const send = useSend('POST /admission/editions', {
    ...after,
    onSuccess: ({ number }) => {
      after.onSuccess();
      void navigate(`/admission/editions/${number}`);
    },
  });
  const submit = () => {
    setTried(true);
    if (isTitled(words)) send.mutate({ body: words });
  };
  return (
    <ActDialog
      title={t('editions.begin')}
      submit={t('editions.begin')}
      text={t('editions.beginText')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <EditionWordFields words={words} told={tried} onChange={setWords} />
    </ActDialog>
  );
}

export interface EditionWords {
  title: { zh: string; en: string };
  note: { zh: string; en: string };
}

export function isTitled({ title }: EditionWords): boolean {
  return title.zh.trim() !== '' && title.en.trim() !== '';
}

/** Title and note of an edition, in both languages: it is published in both. */
export function EditionWordFields({
  words: { title, note },
  told,
  onChange,
}: {
  words: EditionWords;
  told: boolean;
  onChange: (words: EditionWords) => void;
}) {
  const t = useT();
  const missing = (value: string) => (told && value.trim() === '' ? t('editions.titleMissing') : null);
  return (
    <>
      <TextField
        label={t('editions.titleZh')}
        maxLength={80}
        value={title.zh}
        error={missing(title.zh)}
        onChange={(event) => onChange({ note, title: { ...title, zh: event.target.value } })}
      />
      <TextField
        label={t('editions.titleEn')}
        maxLength={160}
        value={title.en}
        error={missing(title.en)}
        onChange={(event) => onChange({ note, title: { ...title, en: event.target.value } })}
      />
      <TextArea
        label={t('editions.noteZh')}
        optional
        maxLength={1000}
        value={note.zh}
        onChange={(event) => onChange({ title, note: { ...note, zh: event.target.value } })}
      />
      <TextArea
        label={t('editions.noteEn')}
        optional
        maxLength={1000}
        value={note.en}
        onChange={(event) => onChange({ title, note: { ...note, en: event.target.value } })}
      />
    </>
  );
}
