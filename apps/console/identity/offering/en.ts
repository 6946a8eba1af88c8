/** How roles of the platform are given and taken: fetched with the pages that say it. */
export const en = {
  'offer.title': 'Roles offered or to be taken up',
  'offer.new': 'Offer a role of the platform',
  'offer.newLead':
    'Once another operator has confirmed it, they sign in by a code to their phone and enrol a second factor by the invitation that operator tells them in person.',
  'offer.more': 'Offer one more role',
  'offer.moreLead': 'Once another operator has confirmed it, {name} acts in this role as well.',
  'offer.done': 'Offered; another operator confirms it',
  'offer.region': 'Region',
  'offer.open': 'Waits for confirmation',
  'offer.given': 'Waits to be taken up',
  'offer.phone': 'Phone ending in {digits}',
  'offer.invitation': 'Invitation: tell it in person, never by SMS. Good for 14 days.',
  'offer.waits': 'They have yet to enrol a second factor. The operator who confirmed it has the invitation.',
  'offer.withdraw': 'Take the offer back',
  'offer.withdraw.lead': 'Nothing comes of the offer to {name}, who hears nothing of it.',
  'offer.withdraw.done': 'Taken back',
  'offer.confirm': 'Confirm the role',
  'offer.confirm.lead': 'Check who it is and the end of their phone. {name} is told by SMS or notice.',
  'offer.confirm.done': 'Given',
  'offer.refuse': 'Refuse the role',
  'offer.refuse.lead': 'Nothing comes of the offer to {name}; whoever offered it is told why.',
  'offer.refuse.done': 'Refused',
  'offer.apart.party':
    'They, or somebody with the same phone, act for a supplier or a county. Who is looked at does not act for the platform.',
  'offer.apart.decides':
    'They, or somebody with the same phone, review, operate or mediate. Who decides neither keeps the money nor audits.',
  'offer.apart.pays':
    'They, or somebody with the same phone, act in finance. Who keeps the money neither decides nor audits.',
  'offer.apart.colleague':
    'The phone is that of somebody who acts for the platform already. Find them in the list, and offer them the role as the colleague they are.',
  'offer.apart.audits': 'They, or somebody with the same phone, are auditors, who have no part in what they look at.',

  'enrol.title': 'Enrol a second factor',
  'enrol.lead': '{name}, your role asks for a second step. This is done once.',
  'enrol.scan': 'Scan it with an authenticator app',
  'enrol.scanText': 'Any app for one-time codes (TOTP) will do.',
  'enrol.picture': 'Code to enrol a second factor',
  'enrol.open': 'Open it in the app on this device',
  'enrol.byHand': 'Where it cannot be scanned, enter the secret by hand:',
  'enrol.prove': 'Enter the invitation and the code',
  'enrol.invitation': 'Invitation',
  'enrol.invitationHint': 'Eight letters and digits, told to you by the operator who confirmed your role.',
  'enrol.invitationMissing': 'Enter the invitation',
  'enrol.invitationWrong': 'The invitation is wrong or over. Check it with the operator who confirmed your role.',
  'enrol.codeHint': 'The number the app shows now for Xihuo.',
  'enrol.codeWrong':
    'The code does not go with the secret above. Use the entry you just scanned and check the time of the phone.',
  'enrol.submit': 'Enrol and enter',

  'ownFactor.title': 'Second factor',
  'ownFactor.lead':
    'The second step when you sign in to the console, and before what matters, such as where you are paid. Once enrolled, it is asked for at every sign-in.',
  'ownFactor.prove': 'Show that it is you',
  'ownFactor.by.password': 'By the password instead',
  'ownFactor.by.phone': 'By a code to the phone instead',
  'ownFactor.passwordWrong': 'The password is wrong',
  'ownFactor.submit': 'Enrol',
  'ownFactor.done': 'The second factor is enrolled',
  'ownFactor.enrolled': 'A second factor is enrolled',
  'ownFactor.since': 'Since',
  'ownFactor.goOn': 'Back to where you were',
  'ownFactor.lost':
    'If the phone or the app is lost, tell the platform: two operators see that it is you and take it off, and you enrol another.',
  'ownFactor.none': 'None enrolled',
  'ownFactor.enrol': 'Enrol a second factor',
  'ownFactor.notAlone': 'Your account cannot enrol one by itself now',
  'ownFactor.notAloneText':
    'It has no password and no phone, or its role is taken by an invitation. Tell the platform.',
} as const;
