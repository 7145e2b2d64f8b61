/**
 * The ids of content that the program itself names. They are a contract with the editors: texts
 * may change as they like, these have to stand, and `idsThatAreNamed` refuses content without them.
 */

/** Topics with a part of their own to play. */
export const TOPIC = {
  person: 'talk-to-person',
  offices: 'pmo-offices',
  openIncident: 'open-incident',
  followUpIncident: 'follow-up-incident',
  greeting: 'greeting',
  capabilities: 'capabilities',
} as const;

/** Helpdesks that are named where no topic says whom to ask. */
export const CONTACT = {
  /** Also where the mails of the forms go: it needs an address. */
  central: 'central-helpdesk',
  euLogin: 'eu-login-helpdesk',
  pmo: 'pmo',
} as const;
