import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { takeFaults } from './behaviour';
import { HttpProblem, readBody, redirect, requireSameOrigin, sendJson, sendPage } from './http';
import { makeId } from './objects';
import { escapeHtml, page } from './page';
import type { Store } from './store';

/** The carriers of a demo: parcels move when somebody moves them, here or by POST `/_sandbox/parcels`. */
const kinds = {
  accepted: '已揽收 picked up',
  inTransit: '运输中 in transit',
  outForDelivery: '派送中 out for delivery',
  problem: '异常 problem',
  delivered: '已签收 delivered',
  returned: '退回 returned',
  lost: '丢失 lost',
} as const;
const kindNames = Object.keys(kinds) as [keyof typeof kinds, ...(keyof typeof kinds)[]];

export const parcelInput = z.strictObject({
  carrier: z.string().trim().min(1).max(40),
  trackingNumber: z.string().trim().min(1).max(40),
  /** Other words than ours too: a feed may have some we do not know. */
  kind: z.union([z.enum(kindNames), z.string().regex(/^[a-zA-Z]{1,40}$/)]),
  place: z.string().trim().max(100).optional(),
  note: z.string().trim().max(300).optional(),
  /** Now where absent. */
  at: z.iso.datetime().optional(),
});
export type ParcelEvent = z.infer<typeof parcelInput> & { id: string; at: string };

export function moveParcel(store: Store, input: z.infer<typeof parcelInput>): ParcelEvent {
  const event = { ...input, id: makeId('pev'), at: input.at ?? new Date().toISOString() };
  return store.change((unit) => unit.put('parcelEvents', event));
}

const pageSize = 200;

/** GET `/carrier/v1/events?after=<place>`: what was said after a place, the oldest first. Can be told to say things twice or backwards. */
export function answerCarrier(store: Store, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET') throw new HttpProblem(405, 'Only GET');
  const after = new URLSearchParams(request.url?.split('?', 2)[1]).get('after') ?? '0';
  if (!/^\d{1,9}$/.test(after)) throw new HttpProblem(400, 'Not a place of this feed');
  const faults = store.change((unit) => takeFaults(unit, 'carrier.events', ['serverError', 'duplicate', 'reorder']));
  if (faults.serverError) throw new HttpProblem(500, 'Ordered misbehaviour');
  const shown = store.list('parcelEvents').slice(Number(after), Number(after) + pageSize);
  const told = shown.map(({ place = null, note = null, ...event }) => ({ ...event, place, note }));
  const twice = faults.duplicate ? [...told, ...told.map((event) => ({ ...event, id: `${event.id}_again` }))] : told;
  const data = faults.reorder ? twice.toReversed() : twice;
  sendJson(response, 200, { data, place: String(Number(after) + shown.length) });
}

/** The page for moving parcels by hand. */
export async function answerParcelsPage(
  store: Store,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') return sendPage(response, 200, parcelsPage(store));
  requireSameOrigin(request);
  const fields = new URLSearchParams(await readBody(request));
  const given = Object.fromEntries([...fields].filter(([, value]) => value.trim() !== ''));
  const input = parcelInput.safeParse(given);
  if (!input.success) throw new HttpProblem(400, z.prettifyError(input.error));
  moveParcel(store, input.data);
  redirect(response, '/parcels');
}

function moveForm(carrier: string, trackingNumber: string, isNew: boolean): string {
  const options = kindNames.map((kind) => `<option value="${kind}">${kinds[kind]}</option>`).join('');
  const named = isNew
    ? `<label>快递公司 Carrier<input type="text" name="carrier" required maxlength="40"></label>
<label>运单号 Tracking number<input type="text" name="trackingNumber" required maxlength="40"></label>`
    : `<input type="hidden" name="carrier" value="${escapeHtml(carrier)}"><input type="hidden" name="trackingNumber" value="${escapeHtml(trackingNumber)}">`;
  return `<form method="post"><div class="fields">${named}
<label>状态 What happens<select name="kind">${options}</select></label>
<label>地点 Place<input type="text" name="place" maxlength="100"></label></div>
<button${isNew ? ' class="primary"' : ''}>记录 <span lang="en">Tell</span></button></form>`;
}

function parcelsPage(store: Store): string {
  const parcels = new Map<string, ParcelEvent[]>();
  for (const event of store.list('parcelEvents')) {
    const key = `${event.carrier} ${event.trackingNumber}`;
    parcels.set(key, [...(parcels.get(key) ?? []), event]);
  }
  const cards = [...parcels.values()].reverse().map((events) => {
    const { carrier, trackingNumber } = events[0]!;
    const way = events.map(({ kind, place, at }) => {
      const word = kinds[kind as keyof typeof kinds] ?? kind;
      return `<p class="small">${at.slice(0, 16).replace('T', ' ')} UTC · ${escapeHtml(word)} ${escapeHtml(place ?? '')}</p>`;
    });
    return `<li class="card"><p><strong>${escapeHtml(carrier)} ${escapeHtml(trackingNumber)}</strong></p>${way.join('')}${moveForm(carrier, trackingNumber, false)}</li>`;
  });
  return page(
    '沙箱快递 · Parcels',
    `<h1>沙箱快递 <span class="small" lang="en">Parcels</span></h1>
<p class="small">演示用的快递公司：在这里移动包裹，商城随后收到轨迹。<span lang="en">The carriers of the demo: move a parcel here and the marketplace hears of it.</span></p>
${moveForm('', '', true)}
<ul>${cards.join('')}</ul>`,
    true,
  );
}
