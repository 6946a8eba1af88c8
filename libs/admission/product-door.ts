import { approveListings } from './actions/approve-listings';
import { draftEdition, editEdition, publishEdition } from './actions/edition/edit-edition';
import { editionFile } from './actions/edition/read-editions';
import { approveDossier, correctDossier, rejectDossier, withdrawDossier } from './actions/product/decide-dossier';
import { endListing } from './actions/product/end-listing';
import { putPaper } from './actions/product/papers';
import { newestDossier, readDossier } from './actions/product/read-dossiers';
import { wayOfProduct } from './actions/product/read-way';
import { previewDossier, sendDossiers } from './actions/product/send-dossiers';
import { askRecognition, resubmit } from './actions/recognition/ask-recognition';
import { publish, revoke, stamp } from './actions/recognition/decide-recognition';
import { readRecognition } from './actions/recognition/read-recognitions';
import { lapseDue, recogniseDue } from './actions/recognition/recognise-due';

/** What happens to products here: dossiers sent down, listings approved, recognitions asked for and given. */
export const products = {
  putPaper,
  sendDossiers,
  previewDossier,
  readDossier,
  newestDossier,
  approveDossier,
  correctDossier,
  rejectDossier,
  withdrawDossier,
  approveListings,
  endListing,
  wayOfProduct,
  askRecognition,
  resubmit,
  stamp,
  publish,
  revoke,
  recogniseDue,
  lapseDue,
  readRecognition,
  draftEdition,
  editEdition,
  publishEdition,
  editionFile,
} as const;
