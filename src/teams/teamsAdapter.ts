import { randomUUID } from 'node:crypto';
import {
  CallerIdConstants,
  CloudAdapter,
  ConfigurationServiceClientCredentialFactory,
  type Activity,
  type ConversationReference,
  type TurnContext,
} from './botbuilder.js';
import type { Log, Watch } from '../support/ports.js';
import { ConnectorAuthentication } from './connector/connectorAuthentication.js';
import { createBulkhead } from './connector/createBulkhead.js';
import { disciplineCalls } from './connector/disciplineCalls.js';
import { isFromTenants } from './isFromTenants.js';
import type { Receipt } from './receipt.js';
import { readReceivedActivity } from './receivedActivity.js';
import { isAllowedServiceUrl } from './serviceUrls.js';
import {
  createTokenVerifier,
  requireTokenFits,
  type VerifiedToken,
} from './tokens/createTokenVerifier.js';
import { KeysUnreachableError } from './tokens/keysUnreachableError.js';
import { TokenError } from './tokens/tokenError.js';

/** The Bot Framework's credentials; without an app id no token is asked for (local mode). */
export interface BotCredentials {
  appId?: string | undefined;
  password?: string | undefined;
  /** "MultiTenant", "SingleTenant" or "UserAssignedMSI". */
  type?: string | undefined;
  tenantId?: string | undefined;
  /** The tenants whose people are answered, in lower case; empty for all. */
  allowedTenants: readonly string[];
  /** Where the keys of the tokens are published; Microsoft's unless a test says otherwise. */
  openIdMetadataUrl?: string | undefined;
}

/** Whom the bot's own tokens are for, when it answers. */
const CONNECTOR_AUDIENCE = 'https://api.botframework.com';

/** The Bot Service gives a bot 10 to 15 s: a call that takes longer helps nobody. */
const CALL_TIMEOUT_MS = 8_000;
/** Teams takes 7 messages a second in one thread; who has waited for 8 s is not answered in time. */
const BULKHEAD = { atOnce: 8, waiting: 1_000, patienceMs: 8_000 };

type Turn = (context: TurnContext) => Promise<void>;

export interface TeamsAdapter {
  /**
   * Looks at the token, before anything else is read; `authorization` is the header, or ''.
   * Never throws, nor does `receive`, which runs the turn and says what to answer over HTTP.
   */
  admit(authorization: string): Promise<Receipt | { receive(body: unknown): Promise<Receipt> }>;
  /** Runs a turn that nobody began: `reference` is a place's address. */
  continueAt(reference: Partial<ConversationReference>, turn: Turn): Promise<void>;
}

/** botbuilder's adapter, with a door that does not depend on any HTTP framework. */
class ReceivingAdapter extends CloudAdapter {
  constructor(
    private readonly authentication: ConnectorAuthentication,
    private readonly appId: string,
  ) {
    super(authentication);
  }

  /** Runs a turn for an activity whose token was found good. */
  async run(activity: Activity, turn: Turn): Promise<Receipt> {
    const claimsIdentity = this.createClaimsIdentity(this.appId);
    const response = await this.processActivity(
      {
        audience: CONNECTOR_AUDIENCE,
        callerId: CallerIdConstants.PublicAzureChannel,
        claimsIdentity,
        connectorFactory: this.authentication.createConnectorFactory(claimsIdentity),
      },
      activity,
      turn,
    );
    return response ? { status: response.status, body: response.body } : { status: 200 };
  }
}

/** botbuilder's adapter for these credentials; `turn` is run for every activity that is let in. */
export function createTeamsAdapter(
  credentials: BotCredentials,
  turn: Turn,
  { log, watch }: { log: Log; watch: Watch },
): TeamsAdapter {
  const { appId = '', password = '', type = 'MultiTenant', tenantId = '' } = credentials;
  const localMode = appId === '';
  const bulkhead = createBulkhead(BULKHEAD);
  const authentication = new ConnectorAuthentication(
    new ConfigurationServiceClientCredentialFactory({
      MicrosoftAppId: appId,
      MicrosoftAppPassword: password,
      MicrosoftAppType: type,
      MicrosoftAppTenantId: tenantId,
    }),
    {
      timeoutMs: CALL_TIMEOUT_MS,
      discipline: (call) => disciplineCalls(call, { bulkhead, watch, timeoutMs: CALL_TIMEOUT_MS }),
    },
  );
  const adapter = new ReceivingAdapter(authentication, appId);
  const verify = createTokenVerifier({
    appId,
    openIdMetadataUrl: credentials.openIdMetadataUrl,
  });

  const receive = async (token: VerifiedToken | undefined, body: unknown): Promise<Receipt> => {
    const activity = readReceivedActivity(body);
    if (typeof activity === 'string') return refusal(400, `This is not an activity. ${activity}`);
    const { serviceUrl, conversation } = activity;
    try {
      if (token) requireTokenFits(token, activity);
    } catch (err) {
      return refuseToken(err);
    }
    if (!isAllowedServiceUrl(serviceUrl, localMode)) {
      return refusal(403, `The service URL is not one of Teams: ${new URL(serviceUrl).host}`);
    }
    if (!isFromTenants(activity, credentials.allowedTenants)) {
      return refusal(403, `The tenant is not allowed: ${conversation.tenantId}`);
    }
    try {
      return await adapter.run(activity, turn);
    } catch (err) {
      const reference = randomUUID();
      log.error({ err, reference, activityId: activity.id }, 'a turn failed without an answer');
      return { status: 500, body: { error: `Something went wrong. Reference: ${reference}` } };
    }
  };

  return {
    async admit(authorization) {
      try {
        const token = localMode ? undefined : await verify(authorization);
        return { receive: (body) => receive(token, body) };
      } catch (err) {
        return refuseToken(err);
      }
    },

    continueAt: (reference, proactiveTurn) =>
      watch.delivery(() => adapter.continueConversationAsync(appId, reference, proactiveTurn)),
  };
}

function refuseToken(err: unknown): Receipt {
  if (err instanceof TokenError) return refusal(401, err.message);
  if (err instanceof KeysUnreachableError) return refusal(503, err.message);
  throw err;
}

function refusal(status: number, problem: string): Receipt {
  return { status, body: { error: problem }, problem };
}
