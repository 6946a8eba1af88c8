import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  Button,
  EmptyState,
  Notice,
  routeKey,
  useApi,
  useApiClient,
  useLocale,
  type Api,
  type ApiProblem,
  type Output,
} from '@xihuo/ui';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { inLanguage } from '../../frame/in-language';
import { useOwnSuppliers } from '../../benefit/parts';
import { Page } from '../../frame/page';
import { useUnsaved } from '../../frame/unsaved/use-unsaved';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { LISTING } from '../listing/typed';
import { cellOf, faultOf, FIELDS, rowsOf, type Edits, type PackRow } from './cells';
import { sendGrid } from './send-grid';
import { SheetTable, type Said } from './sheet-table';
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

/** Sends what was typed; what could not be saved stays typed, and beside it stands why. */
function useSaving(supplierId: string, rows: readonly PackRow[], sheet: Sheet) {
  const api = useApiClient();
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Said>>(new Map());
  const [saving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    const sent = sheet.history.edits;
    sheet.send();
    const ended = new Map<string, Said>();
    await sendGrid({ api, supplierId }, rows, sent, (cell, outcome) => {
      ended.set(cell, { ...outcome, of: sent.get(cell)! });
      setOutcomes(new Map(ended));
    });
    // What stands now is read before the cells let go of what was typed: no figure jumps back for a moment.
    await Promise.all([PRODUCTS, STOCK, LISTING].map((route) => queries.invalidateQueries({ queryKey: [route] })));
    sheet.settle(
      new Map(
        [...ended].flatMap(([cell, { state, of }]) => (state === 'saved' || state === 'waits' ? [[cell, of]] : [])),
      ),
    );
    setSaving(false);
  };
  const failed = [...outcomes].filter(
    ([cell, { state, of }]) => (state === 'failed' || state === 'overtaken') && sheet.history.edits.get(cell) === of,
  ).length;
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

interface EditorProps {
  supplierId: string;
  rows: readonly PackRow[];
  /** Told how many cells are typed and not saved. */
  onUnsaved: (supplierId: string, count: number) => void;
}

function Editor({ supplierId, rows, onUnsaved }: EditorProps) {
  const t = useT();
  const sheet = useSheet(rows);
  const { edits, past, future } = sheet.history;
  const { outcomes, saving, save, failed } = useSaving(supplierId, rows, sheet);
  useEffect(() => onUnsaved(supplierId, edits.size), [onUnsaved, supplierId, edits.size]);
  const faults = useMemo(() => faultsOf(rows, edits), [rows, edits]);
  const nextFault = () => {
    const { row, column } = sheet.place;
    const next = faults.find((one) => one.row > row || (one.row === row && one.column > column)) ?? faults[0];
    if (next) sheet.stand(next);
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button
          data-act="PUT /suppliers/{supplierId}/products/{productId}/prices, PUT /suppliers/{supplierId}/stock/{skuId}"
          unavailable={edits.size === 0 || faults.length > 0}
          pending={saving}
          onClick={() => void save()}
        >
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

/**
 * Read when the page comes and after each save, and never meanwhile: what was typed is typed over what stood then, and whoever comes back
 * from a spreadsheet's window would find another's price taken for it.
 */
const AS_READ = { refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

function Loaded({ supplierId, onUnsaved }: Omit<EditorProps, 'rows'>) {
  const t = useT();
  const api = useApiClient();
  const products = useQuery<Product[], ApiProblem>({
    queryKey: [...routeKey(PRODUCTS), supplierId, 'all'],
    queryFn: () => allProducts(api, supplierId),
    ...AS_READ,
  });
  const stock = useApi(STOCK, { params: { supplierId }, query: {} }, AS_READ);
  const shelves = stock.data?.data;
  const locale = useLocale();
  const rows = useMemo(
    () => (products.data && shelves ? rowsOf(products.data, shelves, (name) => inLanguage(name, locale)) : undefined),
    [products.data, shelves, locale],
  );
  return (
    <Whole query={{ ...(products.error ? products : stock), data: rows }}>
      {(all) =>
        all.length === 0 ? (
          <EmptyState title={t('ownProducts.none')}>{t('ownProducts.noneText')}</EmptyState>
        ) : (
          <Editor rows={all} {...{ supplierId, onUnsaved }} />
        )
      }
    </Whole>
  );
}

/** Prices and counts of all own packs as a sheet: typed, pasted from a spreadsheet, undone, and saved together. */
export function GridPage() {
  const t = useT();
  const own = useOwnSuppliers();
  const [unsaved, setUnsaved] = useState<Readonly<Record<string, number>>>({});
  const count = Object.values(unsaved).reduce((all, one) => all + one, 0);
  useUnsaved(count > 0, t('grid.leave.text', { count }));
  const tell = useCallback(
    (supplierId: string, count: number) => setUnsaved((old) => ({ ...old, [supplierId]: count })),
    [],
  );
  return (
    <Page title={t('grid.title')} lead={t('grid.lead')} back={{ to: '/catalogue/products', word: t('menu.products') }}>
      {own.map(({ id, name }) => (
        <section key={id} aria-label={name} className="mb-8">
          {own.length > 1 && <h2 className="pb-2 text-lg">{name}</h2>}
          <Loaded supplierId={id} onUnsaved={tell} />
        </section>
      ))}
    </Page>
  );
}
