import type { Translation } from '@xihuo/ui';
import type { workRecords as zh } from '../zh-CN/work-records';

export const workRecords: Translation<typeof zh> = {
  'menu.work': 'Records of work',
  'work.lead':
    'Work by the day or the piece. It earns once the worker confirms it, or once nobody contested a witnessed sheet in time.',
  'work.areas': 'Pages of work',
  'work.list': 'Records',
  'work.months': 'By month',
  'work.none': 'No records of work here',
  'work.noneText': 'Enter a sheet, or have workers type the code of the day on their phones.',
  'work.when': 'Worked on',
  'work.quantity': 'Work',
  'work.days': ['{count} day', '{count} days'],
  'work.pieces': ['{count} piece', '{count} pieces'],
  'work.piece': 'pieces',

  'dayCode.show': 'Code of the day',
  'dayCode.title': 'Code of the day',
  'dayCode.text':
    'Write these six digits on the wall of the workshop. Whoever works today types them on their own phone: the day is recorded and confirmed at once. They hold for today only, and stay the same however often you look.',

  'work.sheet': 'Enter a sheet',
  'work.sheetLead':
    'A line for each household, saved whole: where one line is wrong nothing is saved until it is mended.',
  'work.noAgreements': 'No agreement to work yet',
  'work.noAgreementsText':
    'Work is recorded under an employment agreement. Draw one up; once it is signed and in force, work can be entered.',
  'work.line': 'Line {number}',
  'work.addLine': 'Add a line',
  'work.remove': 'Remove',
  'work.removeLine': 'Remove line {number}',
  'work.who': 'Who worked',
  'work.worker': 'Who of the household',
  'work.workerHint': 'Leave empty for the head; where another of the household worked, give the name',
  'work.byWorker': 'worked by {name}',
  'work.from': 'First day',
  'work.to': 'Last day',
  'work.daysLabel': 'Days worked',
  'work.piecesLabel': 'How many: {piece}',
  'work.witnessed': 'The workers signed a paper sheet before a witness',
  'work.aloneHint': 'Unticked: every household is told, and it earns once the worker confirms it on the phone.',
  'work.witnessedHint': 'Every household is told by SMS. The sheet stands where nobody contests it in time.',
  'work.paper': 'The signed sheet',
  'work.seePaper': 'See the sheet',
  'work.enter': ['Save {count} line', 'Save {count} lines'],
  'work.entered': ['{count} record entered; the household is told', '{count} records entered; the households are told'],
  'work.fault.missing': 'Fill this in',
  'work.fault.count': 'A whole number above zero, please',
  'work.fault.order': 'The last day cannot come before the first',
  'work.fault.future': 'No day after today',
  'work.fault.month': 'A line stays within one month: use two lines',
  'work.fault.name': 'A name has 2 to 20 characters',
  'work.fault.span': 'More days than lie between the dates',

  'work.title': 'Work by {household}',
  'work.facts': 'This record',
  'work.contested': 'Contested by the household',
  'work.recordedTitle': '{household} has to confirm',
  'work.recordedText':
    'It earns once the household confirms it on its own phone; for one without a phone name a witness and show the signed sheet.',
  'work.recordedAgainText':
    'The household said once that it was wrong: it confirms itself, or an officer of the county witnesses it.',
  'work.paperKept': 'A photo is chosen',
  'sheets.noNet': 'There is no network now',
  'sheets.offline':
    'Go on as usual: it is kept on this device and sent by itself once there is a network. Reloading or closing loses nothing.',
  'sheets.sending': ['Sending {count} sheet…', 'Sending {count} sheets…'],
  'sheets.waits': ['{count} sheet waits on this device', '{count} sheets wait on this device'],
  'sheets.kept': [
    'Kept on this device ({count} line), sent once there is a network',
    'Kept on this device ({count} lines), sent once there is a network',
  ],
  'sheets.notKept':
    'This device could not keep the sheet (it may be full). Write it on paper, free some space and try again.',
  'sheets.ofOthers': [
    '{count} sheet of somebody else waits on this device; it goes when they sign in.',
    '{count} sheets of somebody else wait on this device; they go when they sign in.',
  ],
  'sheets.lines': ['Sheet of {count} line', 'Sheet of {count} lines'],
  'sheets.drop': 'Drop this sheet',
  'sheets.dropText': [
    '{count} line is not sent. Dropped, it is on this device no more.',
    '{count} lines are not sent. Dropped, they are on this device no more.',
  ],
  'work.witnessLead':
    'Somebody who saw the household sign, and is neither of the employer nor of the household. It may contest it for some days.',
  'work.witnessDone': 'Witnessed; it stands where nobody contests it',
  'work.witnessedTitle': 'Witnessed',
  'work.witnessedText': 'It stands where the household does not contest it by ',
  'work.contestedTitle': 'The household says it is wrong: {reason}',
  'work.contestedText':
    'Compare it with the sheet. If it is wrong, correct or withdraw it; if not, explain it, and the household can confirm on its own phone.',
  'work.confirmedTitle': 'Confirmed by {household}',
  'work.uncontestedTitle': 'Witnessed and not contested in time',
  'work.earnedText': 'It has earned its due and cannot be changed any more.',
  'work.correctedTitle': 'Corrected; kept to be read',
  'work.withdrawnTitle': 'Withdrawn; kept to be read',
  'work.how.code': 'by the code of the day on the worker’s phone',
  'work.how.sheet': 'by a witnessed sheet',
  'work.how.session': 'by the worker on their own phone',
  'work.withdraw': 'Withdraw',
  'work.withdraw.lead': 'The record stays to be read but no longer counts. The household is told.',
  'work.withdraw.done': 'Withdrawn',
  'work.correctTitle': 'Correct the work by {household}',
  'work.correctText':
    'A correction is a new record; the old one stays to be read. The household is told by SMS, and the new one counts once it confirms.',
  'work.correctHint': 'The household reads it, for example: Saturday was left out.',
  'work.corrected.done': 'Corrected; the household confirms the new one',

  'workMonth.lead':
    'What each household worked and earned in a month, and what still waits. Corrected and withdrawn records do not count.',
  'workMonth.which': 'Month',
  'workMonth.earned': 'Earned',
  'workMonth.waiting': 'Waiting',
  'workMonth.days': 'Days',
  'workMonth.pieces': 'Pieces',
  'workMonth.none': 'No work in this month',
  'workMonth.before': 'See the month before',
  'workMonth.whose': 'Choose a supplier first',
  'workMonth.whoseText': 'Come here by “By month” under the supplier in the records of work.',
};
