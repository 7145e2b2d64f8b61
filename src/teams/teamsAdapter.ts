import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import type * as Connector from 'botframework-connector';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  CallerIdConstants,
  ConfigurationServiceClientCredentialFactory,
  type ConfigurationBotFrameworkAuthenticationOptions,
  type Activity,
  type ConversationReference,
  type TurnContext,
} from './botbuilder.js';
import type { Log } from '../support/ports.js';
import { disciplineConnector } from './outbound.js';
import { readReceivedActivity } from './receivedActivity.js';

/** The Bot Framework's credentials; without an app id no token is asked for (local mode). */
export interface BotCredentials {
  appId?: string | undefined;
  password?: string | undefined;
  /** "MultiTenant", "SingleTenant" or "UserAssignedMSI". */
  type?: string | undefined;
  tenantId?: string | undefined;
  /** Where the keys of the tokens are published; Microsoft's unless a test says otherwise. */
  openIdMetadataUrl?: string | undefined;
}

/** What the Bot Service is told about the activity it delivered. */
export interface Receipt {
  status: number;
  body?: unknown;
}

export interface TeamsAdapter {
  /**
   * Handles one delivery: verifies its token, runs the turn, and says what to answer over HTTP.
   * Never throws.
   */
  receive(authorization: string, body: unknown): Promise<Receipt>;
  /** Runs a turn that nobody began: `reference` is a place's address. */
  continueAt(
    reference: Partial<ConversationReference>,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<void>;
}

/** botbuilder's adapter, with a door that does not depend on any HTTP framework. */
class ReceivingAdapter extends CloudAdapter {
  async run(
    authorization: string,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<Receipt> {
    const response = await this.processActivity(authorization, activity, turn);
    return response ? { status: response.status, body: response.body } : { status: 200 };
  }
}

export function createTeamsAdapter(
  credentials: BotCredentials,
  turn: (context: TurnContext) => Promise<void>,
  log: Log,
): TeamsAdapter {
  const { appId = '', password = '', type = 'MultiTenant', tenantId = '' } = credentials;
  const adapter = new ReceivingAdapter(
    new ConfigurationBotFrameworkAuthentication(
      credentials.openIdMetadataUrl === undefined ? {} : cloudOf(credentials.openIdMetadataUrl),
      new ConfigurationServiceClientCredentialFactory({
        MicrosoftAppId: appId,
        MicrosoftAppPassword: password,
        MicrosoftAppType: type,
        MicrosoftAppTenantId: tenantId,
      }),
    ),
  );
  return {
    continueAt: (reference, proactiveTurn) =>
      adapter.continueConversationAsync(appId, reference, async (context) => {
        disciplineConnector(context);
        await proactiveTurn(context);
      }),

    async receive(authorization, body) {
      const activity = readReceivedActivity(body);
      if (typeof activity === 'string') {
        log.warn({ problem: activity }, 'refused a malformed activity');
        return { status: 400, body: { error: `This is not an activity. ${activity}` } };
      }
      let verified = false;
      try {
        return await adapter.run(authorization, activity, async (context) => {
          verified = true;
          disciplineConnector(context);
          await turn(context);
        });
      } catch (err) {
        if (!verified) {
          // botbuilder answers some bad tokens with 500; whatever stops a turn before it begins
          // is a matter of who is asking.
          log.warn({ reason: reasonOf(err) }, 'refused an activity: its token is not valid');
          return { status: 401, body: { error: 'The token is missing or not valid.' } };
        }
        const reference = randomUUID();
        log.error({ err, reference, activityId: activity.id }, 'a turn failed without an answer');
        return { status: 500, body: { error: `Something went wrong. Reference: ${reference}` } };
      }
    },
  };
}

const require = createRequire(import.meta.url);

/** Microsoft's public cloud but for the tokens' keys; botbuilder wants all of it or nothing. */
function cloudOf(openIdMetadataUrl: string): ConfigurationBotFrameworkAuthenticationOptions {
  const { AuthenticationConstants } = require('botframework-connector') as typeof Connector;
  return {
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
    OAuthUrl: AuthenticationConstants.OAuthUrl,
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
    CallerId: CallerIdConstants.PublicAzureChannel,
  };
}

function reasonOf(err: unknown): string {
  return err instanceof Error ? (err.message.split('\n', 1)[0] ?? err.name) : String(err);
}
