import { askToLeave, takeBackLeaving } from './actions/exit/ask-to-leave';
import { reportExitStep, reportExitStepByHand } from './actions/exit/report-exit-step';
import { decideAppeal, fileAppeal, withdrawAppeal } from './actions/measure/appeal';
import { liftMeasure, verifyMeasure } from './actions/measure/end-measure';
import { planToPutRight, reportPutRight } from './actions/measure/rectify';
import { closePlan, drawPlan, planSpotCheck } from './actions/spot-check/plan';
import { askRetest, cancelSample, enterResult, sendSample, takeSample } from './actions/spot-check/samples';
import { closeCase, decideCase, imposeOnCase, openCaseByHand, propose, stateOnCase } from './actions/watch/case-steps';
import { handInCertificate, judgeHandedIn, revokeCertificate } from './actions/watch/certificates';
import { answerRecheck, decideRecheck } from './actions/watch/rechecks';
import { reassess } from './actions/watch/reassess';
import { reportSignal, reportSignals } from './actions/watch/report-signals';
import { runRound } from './actions/watch/run-round';
import { readCase, readMeasure } from './actions/watch/read-watching';
import { exitAnswers } from './jobs/exit-answers';

/** Watching, measures, appeals and exits: the very steps behind the routes, and what those above report down by. */
export const watch = {
  openCase: openCaseByHand,
  impose: imposeOnCase,
  propose,
  decide: decideCase,
  closeCase,
  state: stateOnCase,
  lift: liftMeasure,
  verify: verifyMeasure,
  plan: planToPutRight,
  report: reportPutRight,
  appeal: fileAppeal,
  withdrawAppeal,
  decideAppeal,
  planSpotCheck,
  drawPlan,
  closePlan,
  takeSample,
  sendSample,
  enterResult,
  cancelSample,
  askRetest,
  askToLeave,
  takeBackLeaving,
  reportExitStep,
  exitAnswers,
  reportExitStepByHand,
  handInCertificate,
  judgeCertificate: judgeHandedIn,
  revokeCertificate,
  answerRecheck,
  decideRecheck,
  reportSignal,
  reportSignals,
  runRound,
  reassess,
  readCase,
  readMeasure,
} as const;
