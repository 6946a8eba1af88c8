import { beginApplication } from './actions/application/begin-application';
import { addHousehold } from './actions/application/households';
import { answerForMandate, askForMandate } from './actions/application/mandates';
import { addPaper, keepPaper } from './actions/application/papers';
import { readFile } from './actions/application/read-file';
import { reportLinkage } from './actions/application/report-linkage';
import { reportMerchantState } from './actions/application/report-merchant';
import { saveForm } from './actions/application/save-form';
import { submitFile, withdrawFile } from './actions/application/submit-file';
import { householdReference, linkHouseholds, lockForLinking } from './actions/link-households';
import { publishStandard } from './actions/publish-standard';
import { answerOnStandard, commentOnStandard } from './actions/standard/comment-on-standard';
import { beginDraft, editDraft } from './actions/standard/draft-standard';
import { openComments, publishStandardDraft, reviseDraft, withdrawDraft } from './actions/standard/move-standard';

/** Every step of an applicant, for the seed and the simulation: the very ones behind the routes. */
export const applications = {
  begin: beginApplication,
  save: saveForm,
  addPaper,
  /** One that `takePaper` has looked at. */
  keepPaper,
  addHousehold,
  /** Many at once, with the application locked by `lockForLinking`. */
  linkHouseholds,
  lockForLinking,
  householdReference,
  askForMandate,
  answerForMandate,
  submit: submitFile,
  withdraw: withdrawFile,
  read: readFile,
  /** For `payment`: how it stands with the supplier's account. */
  reportMerchantState,
  /** For `benefit`: agreements that were signed, and ends that were set. */
  reportLinkage,
} as const;

/** How a standard comes about. */
export const standards = {
  /** A standard that was agreed elsewhere: for the seed. */
  load: publishStandard,
  begin: beginDraft,
  edit: editDraft,
  openComments,
  comment: commentOnStandard,
  answer: answerOnStandard,
  revise: reviseDraft,
  publish: publishStandardDraft,
  withdraw: withdrawDraft,
} as const;
