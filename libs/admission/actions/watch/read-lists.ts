import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { type Database, placeIn } from '@xihuo/platform';
import type { Decider } from '../../rules/four-eyes';
import { countyPatterns, EXIT_READERS } from '../../rules/jurisdiction';
import { exitById, exitNoticePage, exitPage } from '../../store/exit/exit.sql';
import { ownSamplePage, planById, planPage, sampleById, samplesOfPlan } from '../../store/spot-check/spot-check.sql';
import { certificateById, certificatePage, endingPage } from '../../store/watch/certificate.sql';
import { overviewOf, supplierWithin } from '../../store/watch/overview.sql';
import { recheckById, recheckPage } from '../../store/watch/recheck.sql';
import { signalsOf } from '../../store/watch/signal.sql';
import {
  certificateView,
  exitNoticeView,
  exitView,
  planEntry,
  recheckView,
  sampleView,
} from '../../store/watch/watching-views';
import { ownSuppliers } from './open-matter';
import { onlookerOf, pageById, scopeOf, type OneSide, type Side } from './read-watching';

type Paging = { cursor?: string | undefined; limit: number };

export async function listCertificates(
  database: Database,
  decider: Decider,
  { state, within, supplier, cursor, limit }: InputOf<'GET /admission/certificates'>['query'],
): Promise<ResponseOf<'GET /admission/certificates'>> {
  const patterns = countyPatterns(decider.grants);
  const rows =
    within === undefined
      ? await database.read(certificatePage, [
          ...[patterns, null, state ?? null, supplier ?? null, placeIn(cursor), limit + 1],
        ])
      : await database.read(endingPage, [patterns, within, supplier ?? null, placeIn(cursor), limit + 1, null]);
  return pageById(rows, limit, (row) => certificateView(row, decider));
}

export async function listOwnCertificates(
  database: Database,
  decider: Decider,
  { within, cursor, limit }: InputOf<'GET /supplier/certificates'>['query'],
): Promise<ResponseOf<'GET /supplier/certificates'>> {
  const own = ownSuppliers(decider);
  const rows =
    within === undefined
      ? await database.read(certificatePage, [null, own, null, null, placeIn(cursor), limit + 1])
      : await database.read(endingPage, [null, within, null, placeIn(cursor), limit + 1, own]);
  return pageById(rows, limit, (row) => certificateView(row, decider));
}

export async function readCertificate(
  database: Database,
  decider: Decider,
  side: Side,
  id: string,
): Promise<ResponseOf<'GET /admission/certificates/{id}'>> {
  const [row] = await database.read(certificateById, [id, ...scopeOf(decider, side)]);
  if (!row) throw fail('NOT_FOUND');
  return certificateView(row, decider);
}

export async function listRechecks(
  database: Database,
  decider: Decider,
  side: Side,
  {
    state,
    kind,
    waiting,
    cursor,
    limit,
  }: OneSide<InputOf<'GET /admission/rechecks'>['query'] & InputOf<'GET /supplier/rechecks'>['query']>,
): Promise<ResponseOf<'GET /admission/rechecks'>> {
  const rows = await database.read(recheckPage, [
    ...[...scopeOf(decider, side), state ?? null, kind ?? null, placeIn(cursor), limit + 1, waiting ?? false],
  ]);
  return pageById(rows, limit, (row) => recheckView(row, decider));
}

export async function readRecheck(
  database: Database,
  decider: Decider,
  side: Side,
  id: string,
): Promise<ResponseOf<'GET /admission/rechecks/{id}'>> {
  const [row] = await database.read(recheckById, [id, ...scopeOf(decider, side)]);
  if (!row) throw fail('NOT_FOUND');
  return recheckView(row, decider);
}

export async function listPlans(
  database: Database,
  decider: Decider,
  { state, cursor, limit }: InputOf<'GET /admission/spot-checks'>['query'],
): Promise<ResponseOf<'GET /admission/spot-checks'>> {
  const rows = await database.read(planPage, [
    countyPatterns(decider.grants),
    state ?? null,
    placeIn(cursor),
    limit + 1,
  ]);
  return pageById(rows, limit, (row) => planEntry(row, decider));
}

export async function readPlan(
  database: Database,
  decider: Decider,
  id: string,
): Promise<ResponseOf<'GET /admission/spot-checks/{id}'>> {
  const patterns = countyPatterns(decider.grants);
  const [row] = await database.read(planById, [patterns, id]);
  if (!row) throw fail('NOT_FOUND');
  const samples = await database.read(samplesOfPlan, [id, patterns]);
  return { ...planEntry(row, decider), data: samples.map((sample) => sampleView(sample, decider)) };
}

export async function readSample(
  database: Database,
  decider: Decider,
  side: Side,
  id: string,
): Promise<ResponseOf<'GET /admission/samples/{id}'>> {
  const [row] = await database.read(sampleById, [id, ...scopeOf(decider, side)]);
  if (!row) throw fail('NOT_FOUND');
  return sampleView(row, decider);
}

export async function listOwnSamples(
  database: Database,
  decider: Decider,
  { cursor, limit }: Paging,
): Promise<ResponseOf<'GET /supplier/samples'>> {
  const rows = await database.read(ownSamplePage, [ownSuppliers(decider), placeIn(cursor), limit + 1]);
  return pageById(rows, limit, (row) => sampleView(row, decider));
}

export async function listExits(
  database: Database,
  decider: Decider,
  side: Side,
  { state, cursor, limit }: Partial<InputOf<'GET /admission/exits'>['query']> & { limit: number },
): Promise<ResponseOf<'GET /admission/exits'>> {
  const { today } = await onlookerOf(database, decider);
  const scope = scopeOf(decider, side, EXIT_READERS);
  const rows = await database.read(exitPage, [...scope, state ?? null, placeIn(cursor), limit + 1]);
  return pageById(rows, limit, (row) => exitView(row, today));
}

export async function readExit(
  database: Database,
  decider: Decider,
  id: string,
): Promise<ResponseOf<'GET /admission/exits/{id}'>> {
  const [row] = await database.read(exitById, [id, ...scopeOf(decider, 'authority', EXIT_READERS)]);
  if (!row) throw fail('NOT_FOUND');
  return exitView(row, (await onlookerOf(database, decider)).today);
}

export async function listExitNotices(
  database: Database,
  { cursor, limit }: Paging,
): Promise<ResponseOf<'GET /register/exits'>> {
  return pageById(await database.read(exitNoticePage, [placeIn(cursor), limit + 1]), limit, exitNoticeView);
}

export async function readOverview(
  database: Database,
  decider: Decider,
): Promise<ResponseOf<'GET /admission/watching'>> {
  const { today } = await onlookerOf(database, decider);
  const [row] = await database.read(overviewOf, [countyPatterns(decider.grants), today]);
  return {
    asOf: today,
    openCases: row!.open_cases,
    proposals: row!.proposals,
    openAppeals: row!.open_appeals,
    overdueAppeals: row!.overdue_appeals,
    reportedRectifications: row!.reported_rectifications,
    answeredRechecks: row!.answered_rechecks,
    certificatesToVerify: row!.certificates_to_verify,
    certificatesEnding: row!.certificates_ending,
    openSamples: row!.open_samples,
    runningExits: row!.running_exits,
  };
}

export async function readSignals(
  database: Database,
  { grants }: Decider,
  supplierId: string,
  days: number,
): Promise<ResponseOf<'GET /admission/suppliers/{id}/signals'>> {
  if ((await database.read(supplierWithin, [supplierId, countyPatterns(grants)])).length === 0) throw fail('NOT_FOUND');
  type Kind = ResponseOf<'GET /admission/suppliers/{id}/signals'>['data'][number]['kind'];
  const rows = await database.read(signalsOf, [supplierId, days]);
  return { data: rows.map(({ kind, day, amount }) => ({ kind: kind as Kind, day, amount: String(amount) })) };
}
