import { createRequire } from 'node:module';
import type * as Botbuilder from 'botbuilder';

/**
 * What the room uses of botbuilder, by `require`: for an `import` of such a package Node reads all
 * its files once more, to learn their names. That is an eighth of the whole start. It is saved
 * only as long as nothing else imports a value of the package; types cost nothing.
 */
export const {
  ActivityTypes,
  CallerIdConstants,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  MessageFactory,
  TurnContext,
} = createRequire(import.meta.url)('botbuilder') as typeof Botbuilder;

export type TurnContext = Botbuilder.TurnContext;
export type { Activity, ConversationReference } from 'botbuilder';
