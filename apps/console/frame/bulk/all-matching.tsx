import { Button } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import type { NextPage, PagedRead } from '../listing';

/** As many rows are chosen at once; each is sent by itself, and whoever agrees to more has looked at none of them. */
export const MOST = 500;

/** Everything that matches up to so many rows, page after page; null where a page could not be read. */
export async function readAll<Row>(
  query: Pick<PagedRead<Row>, 'rows' | 'hasNextPage' | 'fetchNextPage'>,
  most: number,
): Promise<{ rows: readonly Row[]; isWhole: boolean } | null> {
  let rows = query.rows ?? [];
  let next: NextPage | null = null;
  while (rows.length < most && (next ?? query).hasNextPage) {
    const page = await query.fetchNextPage();
    if (!page?.data || page.isError) return null;
    next = page;
    rows = page.data.pages.flatMap(({ data }) => data as readonly Row[]);
  }
  return { rows: rows.slice(0, most), isWhole: rows.length <= most && !(next ?? query).hasNextPage };
}

interface AllMatchingProps<Row> {
  query: PagedRead<Row>;
  onAll: (rows: readonly Row[]) => void;
}

/** Chooses what the list has further down too: it is read to its end, so that what is chosen is what was seen. */
export function AllMatching<Row>({ query, onAll }: AllMatchingProps<Row>) {
  const t = useT();
  const [pending, setPending] = useState(false);
  const [cut, setCut] = useState(false);
  const shown = query.rows?.length ?? 0;
  const choose = async () => {
    setPending(true);
    const all = await readAll(query, MOST);
    setPending(false);
    if (!all) return;
    setCut(!all.isWhole);
    onAll(all.rows);
  };
  return (
    <>
      {(query.hasNextPage || shown > MOST) && (
        <Button look="quiet" size="small" pending={pending} onClick={() => void choose()}>
          {shown >= MOST ? t('bulk.upTo', { count: MOST }) : t('bulk.matching')}
        </Button>
      )}
      {cut && (
        <p role="status" className="text-sm text-ink-soft">
          {t('bulk.most', { count: MOST })}
        </p>
      )}
    </>
  );
}
