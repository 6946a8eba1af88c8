import type { Translation } from '@xihuo/ui';
import type { lotFeedback as zh } from '../zh-CN/lot-feedback';

export const lotFeedback: Translation<typeof zh> = {
  'lotFeedback.lead':
    'What people who hold the goods wrote after scanning the code, without a name. Each can be answered once; they see the answer behind the code.',
  'lotFeedback.platformLead':
    'What people who hold the goods wrote after scanning the code, without a name. Complaints count in monitoring, once a lot and day; abuse, and what is plainly wrong, stops counting once you say why.',
  'lotFeedback.views': 'View',
  'lotFeedback.view.all': 'All',
  'lotFeedback.view.complaints': 'Complaints',
  'lotFeedback.view.unanswered': 'Not answered',
  'lotFeedback.none': 'No feedback',
  'lotFeedback.noneText': 'What people write after scanning a code stands here.',
  'lotFeedback.goods': 'Goods and lot',
  'lotFeedback.supplier': 'Supplier',
  'lotFeedback.kind': 'About',
  'lotFeedback.kind.good': 'Praise',
  'lotFeedback.kind.quality': 'Quality',
  'lotFeedback.kind.safety': 'Food safety',
  'lotFeedback.kind.label': 'Label',
  'lotFeedback.kind.other': 'Something else',
  'lotFeedback.said': 'What was said',
  'lotFeedback.day': 'Day',
  'lotFeedback.answer': 'Answer',
  'lotFeedback.answer.lead': 'You can answer once. Whoever wrote it sees the answer behind the code.',
  'lotFeedback.answerWords': 'Your answer',
  'lotFeedback.answered': 'Answered',
  'lotFeedback.dismiss': 'Do not count it',
  'lotFeedback.dismiss.lead': 'The words stay, and so does your reason; the supplier sees it too.',
  'lotFeedback.reason': 'Reason',
  'lotFeedback.dismissed': 'Noted: it no longer counts',
  'lotFeedback.dismissedAs': 'Does not count as a complaint: {reason}',
};
