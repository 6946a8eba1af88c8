import { cancelCampaign, draftCampaign, editCampaign, publishCampaign } from './actions/channel/edit-campaign';
import { enterBrand, grantLicence } from './actions/channel/edit-brand';
import { draftFair, publishFair, assignBooths } from './actions/channel/edit-fair';
import { closeVenue, draftVenue, editVenue, openVenue } from './actions/channel/edit-venue';
import { enterProducts } from './actions/channel/enter-campaign';
import { askExhibitor, noteLead, reportLeadOrders } from './actions/channel/leads';
import { signUpForFair } from './actions/channel/sign-up';

/** Ways by which goods are found: venues, campaigns of pairings, fairs, regional brands. */
export const channels = {
  draftVenue,
  editVenue,
  openVenue,
  closeVenue,
  draftCampaign,
  editCampaign,
  publishCampaign,
  cancelCampaign,
  enterProducts,
  draftFair,
  publishFair,
  assignBooths,
  signUpForFair,
  askExhibitor,
  noteLead,
  reportLeadOrders,
  enterBrand,
  grantLicence,
};
