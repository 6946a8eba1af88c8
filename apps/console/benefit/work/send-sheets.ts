import type { Api } from '@xihuo/ui';
import type { Device } from '../../trace/scale/device';
import { sendAll, type Round, type Way } from '../../trace/scale/send';
import { afterStep, nextOf, sheetBodyOf, type SheetStep, type WaitingSheet } from './waiting-sheet';

const SHEET: Way<WaitingSheet, SheetStep> = {
  nextStep: nextOf,
  after: afterStep,
  before: ['paper'],
  async send(api, sheet, step) {
    const { supplierId } = sheet;
    if (step === 'paper')
      return (await api('POST /benefit/papers', { query: { supplierId }, file: sheet.witness!.photo! })).paperId;
    await api('POST /benefit/work-sheets', { body: sheetBodyOf(sheet) });
    return null;
  },
};

/** Sends the sheets of work that wait of one person. @param say the server's refusal in the reader's words */
export function sendSheets(
  api: Api,
  device: Pick<Device, 'sheets'>,
  personId: string,
  say: (problem: unknown) => string,
): Promise<Round> {
  return sendAll({ api, shelf: device.sheets, way: SHEET, say }, personId);
}
