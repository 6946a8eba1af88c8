import { dossiers, fail } from '@xihuo/contract';
import { products } from '@xihuo/admission';
import { must, time } from '@xihuo/kernel';
import { mustBeVersion, type Notices, type Tx, type Vault } from '@xihuo/platform';
import { mustSendLawful } from './listing/first-words';
import { indicationsNamed, kindsOf, packOf, peersOf } from '../rules/dossier-facts';
import type { Facts } from '../rules/product-facts';
import { isPerishable } from '../rules/regulation';
import { lockListing, lockListings, openListing } from '../store/listing/listing.sql';
import {
  dossierFacts,
  insertDrafts,
  lockDraft,
  lockDrafts,
  updateDraft,
  type FactsRow,
} from '../store/supplier-product.sql';
import { chinese } from '../words/chinese';

type ProductDossier = Parameters<typeof products.sendDossiers>[1][number];

export interface OwnProduct {
  readonly supplierId: string;
  readonly productId: string;
}

export const EMPTY_FORM: dossiers.DossierForm = dossiers.dossierForm.parse({});

/** Saves a dossier as it is being written. @throws ProblemError NOT_FOUND, STALE_VERSION */
export async function saveDossier(
  tx: Tx,
  { form, version, ...own }: OwnProduct & { form: dossiers.DossierForm; version: number },
): Promise<void> {
  must(tx.actor.kind === 'person', 'people write dossiers');
  const { personId } = tx.actor;
  tx.attempt({ action: 'dossier.save', subjectKind: 'product', subjectId: own.productId });
  await factsOf(tx, own);
  const [draft] = await tx.sql(lockDraft, [own.supplierId, own.productId]);
  if (draft) {
    mustBeVersion(draft.row_version, version);
    await tx.sql(updateDraft, [own.supplierId, own.productId, JSON.stringify(form), personId, tx.now]);
  } else {
    mustBeVersion(1, version);
    const first = await tx.sql(insertDrafts, [draftsOf([{ ...own, form }]), personId, tx.now]);
    if (first.length === 0) throw fail('STALE_VERSION', { extra: { version: 2 } });
  }
}

/** Sends a dossier down as it was saved. @throws ProblemError NOT_FOUND, STALE_VERSION, TEXT_UNLAWFUL and those of admission */
export async function sendDossier(
  tx: Tx,
  kit: { notices: Notices; vault: Vault },
  { version, ...own }: OwnProduct & { version: number },
): Promise<void> {
  must(tx.actor.kind === 'person', 'people send dossiers');
  tx.attempt({ action: 'dossier.send', subjectKind: 'product', subjectId: own.productId });
  const facts = await factsOf(tx, own);
  // Prices and packs stand still while the dossier is frozen with them.
  await tx.sql(openListing, [own.supplierId, own.productId]);
  await tx.sql(lockListing, [own.supplierId, own.productId]);
  const [draft] = await tx.sql(lockDraft, [own.supplierId, own.productId]);
  mustBeVersion(draft?.row_version ?? 1, version);
  const form = draft?.form ?? EMPTY_FORM;
  const today = time.businessDate(tx.now);
  const marks = form.marks.filter(({ validUntil }) => validUntil >= today);
  await mustSendLawful(tx, own, {
    name: draft?.facts?.name ?? standingFacts(facts).name,
    marks: marks.map(({ kind }) => kind),
    indications: facts.indications,
    proven: [...facts.proven, ...marks.flatMap(({ indication }) => indication ?? [])],
  });
  if (!draft) await tx.sql(insertDrafts, [draftsOf([{ ...own, form }]), tx.actor.personId, tx.now]);
  await products.sendDossiers(tx, [assemble(await factsOf(tx, own), form)], kit);
}

/** Writes and sends many at once, for data that was agreed elsewhere; their listings stand still meanwhile, as those of people do. */
export async function sendDossiers(
  tx: Tx,
  wanted: readonly (OwnProduct & { form: dossiers.DossierForm })[],
): Promise<{ id: string; supplierId: string; productId: string }[]> {
  must(tx.actor.kind === 'system', 'people send one dossier at a time');
  if (wanted.length === 0) return [];
  await tx.sql(lockListings, [keysOf(wanted)]);
  await tx.sql(insertDrafts, [draftsOf(wanted), null, tx.now]);
  await tx.sql(lockDrafts, [keysOf(wanted)]);
  const rows = await tx.sql(dossierFacts, [keysOf(wanted)]);
  const formOf = new Map(wanted.map(({ supplierId, productId, form }) => [`${supplierId} ${productId}`, form]));
  return products.sendDossiers(
    tx,
    rows.map((row) => assemble(row, formOf.get(`${row.supplier_id} ${row.product_id}`)!)),
  );
}

/** What catalogue knows of an own product. @throws ProblemError NOT_FOUND where the supplier offers no such product */
export async function factsOf(tx: Tx, own: OwnProduct): Promise<FactsRow> {
  const [row] = await tx.sql(dossierFacts, [keysOf([own])]);
  if (!row) throw fail('NOT_FOUND');
  return row;
}

/** As the shop shows the product now. */
export function standingFacts(row: FactsRow): Facts {
  return {
    name: { zh: row.name_zh, en: row.name_en },
    ...{ category: row.category, regionCode: row.region_code, storage: row.storage },
    ...{ shelfLifeDays: row.shelf_life_days, scClass: row.sc_class },
  };
}

/** The dossier as it would be sent now. */
export function assemble(row: FactsRow, form: dossiers.DossierForm): ProductDossier {
  const { name, ...facts } = row.wanted ?? standingFacts(row);
  const named = indicationsNamed([name.zh, name.en], row.indications, chinese);
  return {
    supplierId: row.supplier_id,
    productId: row.product_id,
    form,
    product: {
      reference: row.reference,
      ...facts,
      nameZh: name.zh,
      nameEn: name.en,
      perishable: row.wanted ? isPerishable(facts) : row.perishable,
      saleBannedReason: row.sale_banned_reason,
      giKinds: row.gi_kinds ?? kindsOf(named),
      indications: named.map(({ nameZh }) => nameZh),
    },
    packs: row.packs.map(packOf),
    peers: peersOf(row.peers),
    lotCodePrefix: row.lot_code_prefix ?? '',
  };
}

function draftsOf(drafts: readonly (OwnProduct & { form: dossiers.DossierForm })[]): string {
  return JSON.stringify(
    drafts.map(({ supplierId, productId, form }) => ({ supplier_id: supplierId, product_id: productId, form })),
  );
}

function keysOf(owned: readonly OwnProduct[]): string {
  return JSON.stringify(owned.map(({ supplierId, productId }) => ({ supplier_id: supplierId, product_id: productId })));
}
