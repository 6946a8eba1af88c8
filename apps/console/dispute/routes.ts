import type { RouteObject } from 'react-router';
import { page } from '../frame/lazy-page';

/** Disputes, as the supplier answers them and the platform decides them. */
export const disputeRoutes: RouteObject[] = [
  { path: 'disputes', ...page(() => import('./own-cases-page'), 'OwnCasesPage') },
  { path: 'disputes/:id', ...page(() => import('./own-case-page'), 'OwnCasePage') },
  { path: 'reviews', ...page(() => import('./reviews-page'), 'OwnReviewsPage') },
  { path: 'questions', ...page(() => import('./questions-page'), 'QuestionsPage') },
  { path: 'moderation', ...page(() => import('./reviews-page'), 'ModerationPage') },
  { path: 'moderation/questions', ...page(() => import('./moderate-questions-page'), 'ModerateQuestionsPage') },
  { path: 'mediation', ...page(() => import('./queue-page'), 'QueuePage') },
  { path: 'mediation/:id', ...page(() => import('./case-page'), 'CasePage') },
];
