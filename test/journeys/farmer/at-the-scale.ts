import type { Colleague } from '../admission/colleague';
import { photo } from '../admission/invented';
import type { RunningHouse } from '../running-house';
import type { Visitor } from '../visitor';

interface Weighed {
  id: string;
  version: number;
}

export interface Brought {
  supplierId: string;
  lotId: string;
  householdId: string;
  deliveredOn: string;
  /** What the agreement guarantees for a kilogram. */
  floorFen: string;
}

/** The household that is signed in, an open lot of what it grows under contract, and today. */
export async function whatIsBrought({ page }: Visitor, house: RunningHouse): Promise<Brought> {
  const householdId = await page.evaluate(async () => {
    const earnings = (await (await fetch('/api/v1/me/earnings')).json()) as { household: { id: string } };
    return earnings.household.id;
  });
  const [found] = await house.rows<Omit<Brought, 'householdId'>>(
    `select lot.id as "lotId", lot.supplier_id as "supplierId", agreement.floor_price_fen_per_kg::text as "floorFen",
            (platform.business_now() at time zone 'Asia/Shanghai')::date::text as "deliveredOn"
       from trace.lot join benefit.agreement on agreement.supplier_id = lot.supplier_id and agreement.product_id = lot.product_id
      where agreement.household_id = $1 and lot.state = 'open' order by lot.produced_on desc limit 1`,
    [householdId],
  );
  return { ...found!, householdId };
}

/** A write of the clerk's own session, from the console it stands in. */
async function send(clerk: Colleague, path: string, body: object, version?: number): Promise<Weighed> {
  const answer = await clerk.page.evaluate(
    async ([url, text, ifMatch]) => {
      const headers = {
        'content-type': 'application/json',
        surface: 'console',
        ...(ifMatch && { 'if-match': ifMatch }),
      };
      const response = await fetch(url!, { method: 'POST', headers, body: text! });
      return { status: response.status, text: await response.text() };
    },
    [`/api/v1${path}`, JSON.stringify(body), version === undefined ? '' : `"${version}"`] as const,
  );
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return JSON.parse(answer.text) as Weighed;
}

/** Keeps the photo of the scale ticket; answers its id. */
async function keepTicket(clerk: Colleague, supplierId: string): Promise<string> {
  const bytes = (await photo('磅单')).toString('base64');
  return clerk.page.evaluate(
    async ([url, content]) => {
      const body = Uint8Array.from(atob(content!), (letter) => letter.charCodeAt(0));
      const response = await fetch(url!, {
        method: 'POST',
        headers: { 'content-type': 'image/jpeg', surface: 'console' },
        body,
      });
      return ((await response.json()) as { fileId: string }).fileId;
    },
    [`/api/v1/supplier/lot-papers?supplierId=${supplierId}`, bytes] as const,
  );
}

async function entry(clerk: Colleague, { lotId, householdId, deliveredOn, floorFen }: Brought, grams: number) {
  const [made] = await clerk.house.rows<{ id: string }>('select uuidv7() as id');
  const pricePerKg = { amount: floorFen, currency: 'CNY' };
  return { id: made!.id, lotId, householdId, grams, grade: 'ungraded', pricePerKg, deliveredOn };
}

/** What comes off the scale, with the photo of its ticket. */
export async function weigh(clerk: Colleague, brought: Brought, grams: number): Promise<Weighed> {
  const ticketFileId = await keepTicket(clerk, brought.supplierId);
  return send(clerk, '/supplier/deliveries', { ...(await entry(clerk, brought, grams)), ticketFileId });
}

/** The clerk had it wrong: a new row in its place. */
export async function correct(clerk: Colleague, wrong: string, brought: Brought, grams: number): Promise<Weighed> {
  const rows = await clerk.house.rows<{ version: number }>(
    'select row_version as version from trace.delivery where id = $1',
    [wrong],
  );
  const body = { ...(await entry(clerk, brought, grams)), reason: '看错了磅单' };
  return send(clerk, `/supplier/deliveries/${wrong}/correction`, body, rows[0]!.version);
}
