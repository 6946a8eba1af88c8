import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  Button,
  EmptyState,
  Notice,
  routeKey,
  useApi,
  useApiClient,
  type Api,
  type ApiProblem,
  type Output,
} from '@xihuo/ui';
import { useEffect, useMemo, useState } from 'react';
import { Page } from '../../frame/page';
import { Whole } from '../../frame/whole';
import { useMe } from '../../identity/me';
import { useT } from '../../words';
import { LISTING } from '../listing/typed';
import { cellOf, faultOf, FIELDS, rowsOf, type Edits, type PackRow } from './cells';
import { sendGrid, type CellOutcome } from './send-grid';
import { SheetTable } from './sheet-table';
import { useSheet, type Place, type Sheet } from './use-sheet';

const PRODUCTS = 'GET /suppliers/{supplierId}/products';
const STOCK = 'GET /suppliers/{supplierId}/stock';
const A_PAGE = 100;

type Product = Output<typeof PRODUCTS>['data'][number];

/** Every page of the own products: a sheet is worked on as a whole. */
async function allProducts(api: Api, supplierId: string): Promise<Product[]> {
  const all: Product[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: A_PAGE, ...(cursor === null ? {} : { cursor }) };
    const page: Output<typeof PRODUCTS> = await api(PRODUCTS, { params: { supplierId }, query });
    all.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

/** Nobody loses an afternoon's figures by closing the window. */
function useHoldBack(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return undefined;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [unsaved]);
}

/** Sends what was typed; what could not be saved stays typed, and beside it stands why. */
function useSaving(supplierId: string, rows: readonly PackRow[], sheet: Sheet) {
  const api = useApiClient();
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, CellOutcome>>(new Map());
  const [saving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    const ended = new Map<string, CellOutcome>();
    await sendGrid({ api, supplierId }, rows, sheet.history.edits, (cell, outcome) => {
      ended.set(cell, outcome);
      setOutcomes(new Map(ended));
    });
    // What stands now is read before the cells let go of what was typed: no figure jumps back for a moment.
    await Promise.all([PRODUCTS, STOCK, LISTING].map((route) => queries.invalidateQueries({ queryKey: [route] })));
    sheet.settle(
      new Set([...ended].flatMap(([cell, { state }]) => (state === 'saved' || state === 'waits' ? [cell] : []))),
    );
    setSaving(false);
  };
  const failed = [...outcomes.values()].filter(({ state }) => state === 'failed' || state === 'overtaken').length;
  return { outcomes, saving, save, failed: saving ? 0 : failed };
}

/** Where the faults are, in the order of the sheet. */
function faultsOf(rows: readonly PackRow[], edits: Edits): Place[] {
  return rows.flatMap((row, at) =>
    FIELDS.flatMap((field, column) => {
      const text = edits.get(cellOf(row.skuId, field));
      return text !== undefined && faultOf(row, field, text) !== null ? [{ row: at, column }] : [];
    }),
  );
}

function Editor({ supplierId, rows }: { supplierId: string; rows: readonly PackRow[] }) {
  const t = useT();
  const sheet = useSheet(rows);
  const { edits, past, future } = sheet.history;
  const { outcomes, saving, save, failed } = useSaving(supplierId, rows, sheet);
  useHoldBack(edits.size > 0);
  const faults = useMemo(() => faultsOf(rows, edits), [rows, edits]);
  const nextFault = () => {
    const { row, column } = sheet.place;
    const next = faults.find((one) => one.row > row || (one.row === row && one.column > column)) ?? faults[0];
    if (next) sheet.stand(next);
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button unavailable={edits.size === 0 || faults.length > 0} pending={saving} onClick={() => void save()}>
          {t('grid.save', { count: edits.size })}
        </Button>
        <Button look="secondary" unavailable={past.length === 0} onClick={sheet.undo}>
          {t('grid.undo')}
        </Button>
        <Button look="secondary" unavailable={future.length === 0} onClick={sheet.redo}>
          {t('grid.redo')}
        </Button>
        {faults.length > 0 && (
          <Button look="quiet" onClick={nextFault}>
            {t('grid.nextFault', { count: faults.length })}
          </Button>
        )}
      </div>
      <div role="status">
        {failed > 0 && <Notice tone="attention" title={t('grid.someFailed', { count: failed })} />}
      </div>
      <SheetTable rows={rows} sheet={sheet} outcomes={outcomes} />
      <p className="max-w-[52em] text-sm text-ink-soft">{t('grid.keys')}</p>
    </div>
  );
}

function Loaded({ supplierId }: { supplierId: string }) {
  const t = useT();
  const api = useApiClient();
  const products = useQuery<Product[], ApiProblem>({
    queryKey: [...routeKey(PRODUCTS), supplierId, 'all'],
    queryFn: () => allProducts(api, supplierId),
  });
  const stock = useApi(STOCK, { params: { supplierId }, query: {} });
  const shelves = stock.data?.data;
  const rows = useMemo(
    () => (products.data && shelves ? rowsOf(products.data, shelves) : undefined),
    [products.data, shelves],
  );
  return (
    <Whole query={{ ...(products.error ? products : stock), data: rows }}>
      {(all) =>
        all.length === 0 ? (
          <EmptyState title={t('ownProducts.none')}>{t('ownProducts.noneText')}</EmptyState>
        ) : (
          <Editor supplierId={supplierId} rows={all} />
        )
      }
    </Whole>
  );
}

/** Prices and counts of all own packs as a sheet: typed, pasted from a spreadsheet, undone, and saved together. */
export function GridPage() {
  const t = useT();
  const me = useMe();
  const own = me.grants.flatMap(({ role, organisation }) =>
    role === 'supplier' && organisation ? [organisation] : [],
  );
  return (
    <Page title={t('grid.title')} lead={t('grid.lead')} back={{ to: '/catalogue/products', word: t('menu.products') }}>
      {own.map(({ id, name }) => (
        <section key={id} aria-label={name} className="mb-8">
          {own.length > 1 && <h2 className="pb-2 text-lg">{name}</h2>}
          <Loaded supplierId={id} />
        </section>
      ))}
    </Page>
  );
}
