import { randomUUID } from 'node:crypto';
import { admissionParts, standards } from '@xihuo/admission';
import { firstStandard } from '../../../infra/database/seed/standard';
import { AS_PDF, FORM, PAPER_LIMITS, PDF } from './paperwork';
import type { Browser } from './browser';
import { openHouse, type House } from './house';
import { keptFiles } from './kept-files';
import { COUNTY, openReviewDesk, type ReviewDesk } from './review-desk';

/** The api of admission under the first standard, with people who apply by it. */
export interface ApplicantDesk {
  house: House;
  review: ReviewDesk;
  /** Of the listed county. */
  organisation(kind?: string): Promise<string>;
  signedIn(
    role: 'supplier' | 'countyAgriculture',
    organisationId?: string,
    regionCode?: string,
  ): Promise<{ id: string; browser: Browser }>;
  draft(kind?: string): Promise<Draft>;
  /** Whole, and handed in. */
  submitted(): Promise<Draft>;
}

type Answer = ReturnType<Browser['ask']>;

/** A draft of somebody, and short ways to ask about it. */
export interface Draft {
  id: string;
  path: string;
  supplierId: string;
  personId: string;
  browser: Browser;
  begun: Awaited<Answer>;
  read(): Promise<Record<string, unknown>>;
  /** If-Match of what stands there now. */
  tag(): Promise<Record<string, string>>;
  save(form: object): Answer;
  submit(): Answer;
  paper(bytes: Buffer, headers?: Record<string, string>, query?: string): Answer;
}

export async function openApplicantDesk(): Promise<ApplicantDesk> {
  const house = await openHouse({ parts: [admissionParts], overrides: () => [keptFiles()] });
  const review = await openReviewDesk(house);
  await house.rows('delete from admission.standard');
  await house.does((tx) => standards.load(tx, firstStandard()));
  await house.rows(
    `insert into registry.policy (key, value, effective_from, source)
     select 'admission.' || key, value, '2020-01-01', 'test' from json_each($1::json) as setting (key, value)
     on conflict (key, effective_from) do update set value = excluded.value`,
    [JSON.stringify(PAPER_LIMITS)],
  );
  await house.rows(`insert into registry.listed_county (list, region_code, in_programme, effective_from, source)
    values ('povertyExitCounty', '${COUNTY}', true, '2021-01-01', 'test')`);

  const desk: ApplicantDesk = {
    ...{ house, review },
    async organisation(kind = 'cooperative') {
      const id = randomUUID();
      await house.rows(
        `insert into registry.organisation (id, reference, name_zh, name_en, kind, county_code)
         values ($1::uuid, $1::text, '示例主体', 'Example', $2, $3)`,
        [id, kind, COUNTY],
      );
      return id;
    },
    async signedIn(role, organisationId, regionCode = COUNTY) {
      const { id, login, password } = await house.person({
        role,
        regionCode,
        ...(organisationId && { organisationId }),
      });
      const browser = house.browser('console');
      await browser.signIn(login, password);
      return { id, browser };
    },
    async draft(kind) {
      const supplierId = await desk.organisation(kind);
      return draftOf(supplierId, await desk.signedIn('supplier', supplierId));
    },
    async submitted() {
      const one = await desk.draft();
      await one.save(FORM);
      await one.paper(PDF);
      await one.submit();
      return one;
    },
  };
  return desk;
}

async function draftOf(
  supplierId: string,
  { id: personId, browser }: { id: string; browser: Browser },
): Promise<Draft> {
  const begun = await browser.ask('POST', '/admission/applications', { supplierId });
  const id = begun.body['id'] as string;
  const path = `/admission/applications/${id}`;
  const read = async () => (await browser.ask('GET', `${path}/file`)).body;
  const tag = async () => ({ 'if-match': `"${(await read())['version'] as number}"` });
  return {
    ...{ id, path, supplierId, personId, browser, begun, read, tag },
    save: async (form) => browser.ask('PUT', `${path}/form`, form, await tag()),
    submit: async () => browser.ask('POST', `${path}/submit`, {}, await tag()),
    paper: (bytes, headers = AS_PDF, query = 'kind=businessLicence&name=licence.pdf') =>
      browser.ask('POST', `${path}/documents?${query}`, bytes, headers),
  };
}
