import { useQueryClient } from '@tanstack/react-query';
import { Button, routeKey, TextArea, TextField, toast, usePages, useSend, type Output } from '@xihuo/ui';
import { useDeferredValue, useState } from 'react';
import { ActDialog } from '../frame/act-dialog';
import { ListFile } from '../frame/list-file';
import { HistoryButton } from '../frame/history';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { Moment } from '../frame/when';
import { useT } from '../words';
import { SearchedInVain } from './searched-in-vain';
import { linesOf } from './word-lines';

export type Group = Output<'GET /search/synonyms'>['data'][number];
type Open =
  { kind: 'edit'; group: Group | null; words: string } | { kind: 'remove'; group: Group } | { kind: 'reindex' };

/** A group as it is written down, one word a line. */
function EditGroup({ group, words, onClose }: { group: Group | null; words: string; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const [text, setText] = useState(words);
  const onSuccess = () => {
    toast(t('searchDesk.saved'));
    void queries.invalidateQueries({ queryKey: routeKey('GET /search/synonyms') });
    onClose();
  };
  const add = useSend('POST /search/synonyms', { onSuccess });
  const change = useSend('PUT /search/synonyms/{id}', { onSuccess });
  const body = { words: linesOf(text) };
  return (
    <ActDialog
      title={t(group ? 'searchDesk.editTitle' : 'searchDesk.addTitle')}
      submit={t('searchDesk.save')}
      pending={add.isPending || change.isPending}
      problem={add.error ?? change.error}
      onSubmit={() =>
        group ? change.mutate({ params: { id: group.id }, body, version: group.version }) : add.mutate({ body })
      }
      onClose={onClose}
    >
      <TextArea
        label={t('searchDesk.words')}
        hint={t('searchDesk.wordsHint')}
        rows={6}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </ActDialog>
  );
}

function RemoveGroup({ group, onClose }: { group: Group; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const remove = useSend('DELETE /search/synonyms/{id}', {
    onSuccess: () => {
      toast(t('searchDesk.removed'));
      void queries.invalidateQueries({ queryKey: routeKey('GET /search/synonyms') });
      onClose();
    },
  });
  return (
    <ActDialog
      title={t('searchDesk.removeTitle')}
      submit={t('searchDesk.remove')}
      look="danger"
      text={t('searchDesk.removeText', { word: group.words[0]! })}
      pending={remove.isPending}
      problem={remove.error}
      onSubmit={() => remove.mutate({ params: { id: group.id }, version: group.version })}
      onClose={onClose}
    />
  );
}

function Reindex({ onClose }: { onClose: () => void }) {
  const t = useT();
  const reindex = useSend('POST /search/reindex', {
    onSuccess: () => {
      toast(t('searchDesk.reindexDone'));
      onClose();
    },
  });
  return (
    <ActDialog
      title={t('searchDesk.reindex')}
      submit={t('searchDesk.reindex')}
      text={t('searchDesk.reindexText')}
      pending={reindex.isPending}
      problem={reindex.error}
      onSubmit={() => reindex.mutate({})}
      onClose={onClose}
    />
  );
}

/** The groups added last, or those that have a word, however it is spelt. */
function Synonyms({ onOpen }: { onOpen: (open: Open) => void }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const input = { query: q === '' ? {} : { q } };
  const query = usePages('GET /search/synonyms', input);
  return (
    <div>
      {/* The list below is a region of that name already. */}
      <h2 className="pb-2 text-xl">{t('searchDesk.synonyms')}</h2>
      <TextField
        className="mb-4 max-w-[28rem]"
        type="search"
        label={t('searchDesk.find')}
        maxLength={20}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Listing
        id="synonyms"
        query={query}
        caption={t('searchDesk.synonyms')}
        rowKey={(row) => row.id}
        edit={(row) => () => onOpen({ kind: 'edit', group: row, words: row.words.join('\n') })}
        empty={
          q === ''
            ? { title: t('searchDesk.none'), text: t('searchDesk.noneText') }
            : { title: t('searchDesk.notFound'), text: t('searchDesk.notFoundText') }
        }
        file={<ListFile name={t('searchDesk.synonyms')} route="GET /search/synonyms" input={input} />}
        columns={[
          {
            id: 'words',
            header: t('searchDesk.words'),
            rowHeader: true,
            cell: (row) => <span lang="zh-CN">{row.words.join('、')}</span>,
          },
          { id: 'changed', header: t('searchDesk.changed'), cell: (row) => <Moment value={row.updatedAt} /> },
          {
            id: 'act',
            header: t('list.act'),
            cell: (row) => (
              <span className="flex flex-wrap gap-2">
                <Button
                  data-act="PUT /search/synonyms/{id}"
                  look="quiet"
                  size="small"
                  onClick={() => onOpen({ kind: 'edit', group: row, words: row.words.join('\n') })}
                >
                  {t('searchDesk.edit')}
                </Button>
                <Button
                  data-act="DELETE /search/synonyms/{id}"
                  look="quiet"
                  size="small"
                  onClick={() => onOpen({ kind: 'remove', group: row })}
                >
                  {t('searchDesk.remove')}
                </Button>
                <HistoryButton of={{ kind: 'synonymGroup', id: row.id }} name={row.words[0]!} />
              </span>
            ),
          },
        ]}
      />
    </div>
  );
}

/** Words for one thing, and what was searched for in vain: where operators see what the search lacks. */
export function SearchPage() {
  const t = useT();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const begin = (words = '') => setOpen({ kind: 'edit', group: null, words });
  return (
    <Page
      title={t('menu.search')}
      lead={t('searchDesk.lead')}
      actions={
        <div className="flex flex-wrap gap-3">
          <Button data-act="POST /search/reindex" look="secondary" onClick={() => setOpen({ kind: 'reindex' })}>
            {t('searchDesk.reindex')}
          </Button>
          <Button data-act="POST /search/synonyms" onClick={() => begin()}>
            {t('searchDesk.add')}
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-10">
        <SearchedInVain onUse={(word) => begin(`${word}\n`)} />
        <Synonyms onOpen={setOpen} />
        <section aria-labelledby="on-sale">
          <h2 id="on-sale" className="pb-2 text-xl">
            {t('searchDesk.onSale')}
          </h2>
          <ListFile name={t('searchDesk.products')} route="GET /products" input={{ query: {} }} />
        </section>
      </div>
      {open?.kind === 'edit' && <EditGroup group={open.group} words={open.words} onClose={close} />}
      {open?.kind === 'remove' && <RemoveGroup group={open.group} onClose={close} />}
      {open?.kind === 'reindex' && <Reindex onClose={close} />}
    </Page>
  );
}
