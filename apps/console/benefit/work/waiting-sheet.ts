import type { Refusal, Waits } from '../../trace/scale/entry';
import type { Line, SheetBody } from './sheet';

export type SheetStep = 'paper' | 'sheet';

/**
 * A sheet of work as it waits on this device: as it was typed, so that it can be mended, and as the server takes it. Its lines have
 * their ids from here: however often it is sent, each is one record.
 */
export interface WaitingSheet extends Waits {
  supplierId: string;
  typed: readonly Line[];
  lines: SheetBody['lines'];
  witness: SheetWitness | null;
  refusal: Refusal<SheetStep> | null;
  /** The server has it: it goes from the device. */
  sent?: true;
}

export interface SheetWitness {
  name: string;
  role: NonNullable<SheetBody['witness']>['role'];
  /** Of the signed sheet; dropped as soon as the server keeps it. */
  photo: Blob | null;
  paperId: string | null;
}

/** What is sent next of a sheet; null once all of it is there. */
export function nextOf({ witness, sent }: WaitingSheet): SheetStep | null {
  if (sent) return null;
  return witness?.photo ? 'paper' : 'sheet';
}

export function afterStep(sheet: WaitingSheet, step: SheetStep, paperId: string | null): WaitingSheet {
  if (step === 'sheet') return { ...sheet, sent: true };
  return { ...sheet, witness: sheet.witness && { ...sheet.witness, photo: null, paperId } };
}

/** Equal however often it is asked for. */
export function sheetBodyOf({ supplierId, lines, witness }: WaitingSheet): SheetBody {
  return {
    ...{ supplierId, lines },
    witness: witness && { name: witness.name, role: witness.role, paperId: witness.paperId! },
  };
}
