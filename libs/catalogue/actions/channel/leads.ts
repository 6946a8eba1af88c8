import { fail, machines, type InputOf, type ResponseOf } from '@xihuo/contract';
import { states, texts, time } from '@xihuo/kernel';
import {
  mustBeVersion,
  newId,
  pageOf,
  placeIn,
  type Cell,
  type Database,
  type Notices,
  type Tx,
  type Vault,
} from '@xihuo/platform';
import { fairBySlug } from '../../store/channel/fair.sql';
import { askedView, leadView, type LeadView } from '../../store/channel/fair-views';
import {
  exhibits,
  insertLead,
  lockAsked,
  leadOf,
  leadsOf,
  leadsOfBuyer,
  leadsOrdered,
  lockLead,
  moveLead,
  peopleOfSupplier,
  takeBackLeads,
  type LeadRow,
} from '../../store/channel/lead.sql';

/** Where the contact of who asked lies in the vault. */
export const contactCell = (lead: string): Cell => ({ table: 'catalogue.lead', row: lead, column: 'contact_sealed' });

type LeadBody = InputOf<'POST /fairs/{slug}/leads'>['body'];

/**
 * A buyer asks an exhibitor for goods. Who asks is sealed; the exhibitor's people are told that somebody did.
 *
 * @throws ProblemError NOT_FOUND, FAIR_OVER, NOT_AN_EXHIBITOR, INVALID_INPUT where the id is somebody else's or the organisation
 *   is none the person buys for
 */
export async function askExhibitor(
  tx: Tx,
  { vault, notices }: { vault: Vault; notices: Notices },
  { slug, personId, body }: { slug: string; personId: string; body: LeadBody },
): Promise<ResponseOf<'POST /fairs/{slug}/leads'>> {
  const [fair] = await tx.sql(fairBySlug, [slug]);
  if (!fair) throw fail('NOT_FOUND');
  if (fair.state !== 'published' || fair.ends_on < time.businessDate(tx.now)) throw fail('FAIR_OVER');
  const { organisationId } = body;
  const [known] = await tx.sql(exhibits, [fair.id, body.supplierId, body.productId, personId, organisationId]);
  if (!known!.acts) throw refusedField('/organisationId', 'ORGANISATION_UNKNOWN', 'not an organisation you buy for');
  if (!known!.exhibits || !known!.brings) throw fail('NOT_AN_EXHIBITOR');
  const id = body.id ?? newId();
  const sealed = vault.seal(contactCell(id), JSON.stringify(body.contact));
  const values = [id, fair.id, body.supplierId, body.productId, body.wants, sealed, personId, tx.now];
  const [row] = await tx.sql(insertLead, [...values, organisationId, body.consents]);
  if (!row) throw refusedField('/id', 'ID_TAKEN', 'another lead has this id');
  // Sent once more because no answer came: it was told already.
  if (!row.fresh) return { id, at: row.at.toISOString() };
  tx.audit({
    action: 'lead.ask',
    subjectKind: 'lead',
    subjectId: id,
    after: { fair: slug, supplierId: body.supplierId, organisationId, consents: body.consents },
  });
  const people = await tx.sql(peopleOfSupplier, [body.supplierId]);
  await notices.tellAll(
    tx,
    people.map(({ person_id: person }) => person),
    {
      ...{ key: `lead.asked:${id}`, about: `lead:${id}` },
      title: { zh: `${fair.name_zh}：有采购商求购`, en: `${fair.name_en}: a buyer asks for goods` },
      body: { zh: body.wants, en: body.wants },
    },
  );
  return { id, at: row.at.toISOString() };
}

/**
 * The buyer takes back what was asked, and the consent with it (PIPL art. 15): the contact is erased, the exhibitor's people are told.
 *
 * @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP for what was ordered or taken back already
 */
export async function withdrawLead(
  tx: Tx,
  notices: Notices,
  { id, personId }: { id: string; personId: string },
): Promise<{ id: string }> {
  tx.attempt({ action: 'lead.withdraw', subjectKind: 'lead', subjectId: id });
  const [row] = await tx.sql(lockAsked, [id, personId]);
  if (!row) throw fail('NOT_FOUND');
  if (states.transition(machines.leadStates, row.state, 'withdraw') === null)
    throw fail('NOT_AT_THIS_STEP', { extra: { state: row.state } });
  await tx.sql(takeBackLeads, [[id], tx.now]);
  tx.audit({ action: 'lead.withdraw', subjectKind: 'lead', subjectId: id, before: { state: row.state } });
  const people = await tx.sql(peopleOfSupplier, [row.supplier_id]);
  await notices.tellAll(
    tx,
    people.map(({ person_id: person }) => person),
    {
      ...{ key: `lead.withdrawn:${id}`, about: `lead:${id}` },
      title: { zh: `${row.fair_zh}：采购意向已撤回`, en: `${row.fair_en}: a buyer took a lead back` },
      body: {
        zh: '对方撤回了同意，联系方式已删除，请不要再联系。',
        en: 'Consent was withdrawn and the contact is erased: do not get in touch any more.',
      },
    },
  );
  return { id };
}

/** Opens the phone of who asked. It is on the record who looked, and what for. @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP */
export async function revealLead(
  tx: Tx,
  vault: Vault,
  { supplierId, id, purpose }: { supplierId: string; id: string; purpose: string },
): Promise<{ name: string; phone: string }> {
  tx.attempt({ action: 'lead.reveal', subjectKind: 'lead', subjectId: id });
  const [row] = await tx.sql(leadOf, [supplierId, id]);
  if (!row) throw fail('NOT_FOUND');
  const contact = contactOf(row, vault);
  if (contact === null) throw fail('NOT_AT_THIS_STEP', { extra: { state: row.state } });
  tx.audit({ action: 'lead.reveal', subjectKind: 'lead', subjectId: id, after: { purpose } });
  return { name: contact.name, phone: contact.phone };
}

const refusedField = (pointer: string, code: string, message: string) =>
  fail('INVALID_INPUT', { errors: [{ pointer, code, message }] });

/** What a person asked for, and what was asked for whom the person buys for. @throws ProblemError INVALID_INPUT for a cursor of another list */
export async function listAsked(
  database: Database,
  personId: string,
  query: InputOf<'GET /me/leads'>['query'],
): Promise<ResponseOf<'GET /me/leads'>> {
  const values = [personId, query.organisation ?? null, placeIn(query.cursor), query.limit + 1];
  return pageOf(await database.read(leadsOfBuyer, values), query.limit, ({ id }) => id, askedView);
}

export async function listLeads(
  database: Database,
  vault: Vault,
  { supplierId, query }: { supplierId: string; query: InputOf<'GET /suppliers/{supplierId}/leads'>['query'] },
): Promise<ResponseOf<'GET /suppliers/{supplierId}/leads'>> {
  const values = [supplierId, query.state ?? null, placeIn(query.cursor), query.limit + 1];
  const rows = await database.read(leadsOf, values);
  return pageOf(
    rows,
    query.limit,
    ({ id }) => id,
    (row) => opened(row, vault),
  );
}

/** @throws ProblemError NOT_FOUND */
export async function readLead(
  database: Database,
  vault: Vault,
  { supplierId, id }: { supplierId: string; id: string },
): Promise<LeadView> {
  const [row] = await database.read(leadOf, [supplierId, id]);
  if (!row) throw fail('NOT_FOUND');
  return opened(row, vault);
}

const EVENT_TO = { contacted: 'contact', quoted: 'quote', lost: 'lose' } as const;

/** @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP */
export async function noteLead(
  tx: Tx,
  wanted: { supplierId: string; id: string; version: number; state: keyof typeof EVENT_TO; note: string },
): Promise<void> {
  tx.attempt({ action: 'lead.note', subjectKind: 'lead', subjectId: wanted.id });
  const [row] = await tx.sql(lockLead, [wanted.supplierId, wanted.id]);
  if (!row) throw fail('NOT_FOUND');
  mustBeVersion(row.row_version, wanted.version);
  const event = row.state === 'lost' && wanted.state === 'contacted' ? 'resume' : EVENT_TO[wanted.state];
  const next = states.transition(machines.leadStates, row.state, event);
  if (next === null) throw fail('NOT_AT_THIS_STEP', { extra: { state: row.state } });
  await tx.sql(moveLead, [wanted.id, next, wanted.note, tx.now]);
  tx.audit({ action: 'lead.note', subjectKind: 'lead', subjectId: wanted.id, after: { state: next } });
}

/** Ordering reports down which leads became paid orders; what is said twice is done once. */
export async function reportLeadOrders(
  tx: Tx,
  orders: readonly { leadId: string; orderNumber: string }[],
): Promise<void> {
  if (orders.length === 0) return;
  const values = [orders.map(({ leadId }) => leadId), orders.map(({ orderNumber }) => orderNumber)];
  const legal = states.statesBefore(machines.leadStates, 'order');
  for (const { id } of await tx.sql(leadsOrdered, [...values, legal, tx.now]))
    tx.audit({ action: 'lead.order', subjectKind: 'lead', subjectId: id });
}

function opened(row: LeadRow, vault: Vault): LeadView {
  const contact = contactOf(row, vault);
  return leadView(row, contact === null ? null : { ...contact, phone: texts.maskedPhone(contact.phone) });
}

function contactOf({ id, contact_sealed: sealed }: LeadRow, vault: Vault): LeadView['contact'] {
  return sealed === null ? null : (JSON.parse(vault.open(contactCell(id), sealed)) as LeadView['contact']);
}
