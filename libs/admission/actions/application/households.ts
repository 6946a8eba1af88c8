import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must, time, type FieldProblem } from '@xihuo/kernel';
import { cursorAt, type Database, type Grant, placeIn, type Tx, type Vault } from '@xihuo/platform';
import { normalCode } from '../../rules/application/application-form';
import { idNumberFault, isBankCard } from '../../rules/household-codes';
import { countyFacts, fileFor } from '../../store/application/file.sql';
import { linkedPage, unlinkHousehold } from '../../store/application/paper.sql';
import { touchApplication } from '../../store/review/case.sql';
import { linkHouseholds, lockForLinking } from '../link-households';
import { lockEditable, suppliersOf } from './own-file';

type Household = InputOf<'POST /admission/applications/{id}/households'>['body'];
type LinkedView = ResponseOf<'GET /admission/applications/{id}/households'>;

/**
 * Adds one household with its own consent; the same one again is the same one. Unlike the form, what is stated of people is not
 * kept where it cannot be right.
 *
 * @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP, INVALID_INPUT, CARD_CHANGE_GUARDED
 */
export async function addHousehold(
  tx: Tx,
  vault: Vault,
  id: string,
  given: Household,
): Promise<{ id: string; version: number }> {
  await lockEditable(tx, { id, action: 'addHousehold', version: null });
  const application = await lockForLinking(tx, id);
  const household = { ...given, idNumber: normalCode(given.idNumber), bankCard: normalCode(given.bankCard) };
  const [county] = await tx.sql(countyFacts, [household.countyCode]);
  const faults = faultsOf(household, county !== undefined, time.businessDate(tx.now));
  if (faults.length > 0) throw fail('INVALID_INPUT', { errors: faults });
  const { ids, version } = await linkHouseholds(tx, vault, application, [household]);
  const [householdId] = ids;
  must(householdId, 'a household that was linked has its id');
  tx.audit({
    action: 'application.addHousehold',
    subjectKind: 'application',
    subjectId: id,
    after: { householdId, model: given.model },
  });
  return { id: householdId, version };
}

/** Named by place alone: what was typed is sensitive and is not sent back. */
function faultsOf({ idNumber, bankCard, consent }: Household, hasCounty: boolean, today: string): FieldProblem[] {
  const wrongId = idNumberFault(idNumber);
  return [
    ...(wrongId === null
      ? []
      : [{ pointer: '/idNumber', code: `ID_NUMBER_${wrongId.toUpperCase()}`, message: 'not a valid ID number' }]),
    ...(isBankCard(bankCard) ? [] : [{ pointer: '/bankCard', code: 'BANK_CARD', message: 'not a valid card number' }]),
    ...(hasCounty ? [] : [{ pointer: '/countyCode', code: 'NO_COUNTY', message: 'no such county' }]),
    ...(consent.givenOn <= today
      ? []
      : [{ pointer: '/consent/givenOn', code: 'CONSENT_AHEAD', message: 'a consent is not of the future' }]),
  ];
}

/** A mistake, or a consent that was taken back. @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP */
export async function removeHousehold(
  tx: Tx,
  { id, householdId }: { id: string; householdId: string },
): Promise<{ version: number }> {
  const { row } = await lockEditable(tx, { id, action: 'removeHousehold', version: null });
  const [removed] = await tx.sql(unlinkHousehold, [row.id, householdId, tx.now]);
  if (!removed) throw fail('NOT_FOUND');
  tx.audit({
    action: 'application.removeHousehold',
    subjectKind: 'application',
    subjectId: id,
    before: { householdId },
  });
  const [touched] = await tx.sql(touchApplication, [row.id]);
  must(touched, 'a locked application is there');
  return { version: touched.row_version };
}

/** @throws ProblemError NOT_FOUND */
export async function listHouseholds(
  database: Database,
  grants: readonly Grant[],
  id: string,
  { cursor, limit }: InputOf<'GET /admission/applications/{id}/households'>['query'],
): Promise<LinkedView> {
  const suppliers = suppliersOf(grants);
  const rows = await database.read(linkedPage, [id, suppliers, placeIn(cursor), limit + 1]);
  // Nothing linked yet, or nothing of one's own?
  if (rows.length === 0 && (await database.read(fileFor, [id, suppliers, []])).length === 0) throw fail('NOT_FOUND');
  const shown = rows.slice(0, limit);
  return {
    data: shown.map((row) => ({
      id: row.household_id,
      displayName: row.display_name,
      countyCode: row.county_code,
      village: row.village,
      model: row.model as LinkedView['data'][number]['model'],
      consentGivenOn: row.consent_given_on,
      consentTextVersion: row.consent_text_version,
      consentHow: row.consent_how,
    })),
    nextCursor: rows.length > limit ? cursorAt(shown.at(-1)!.household_id) : null,
  };
}
