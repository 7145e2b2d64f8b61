import type * as Botbuilder from 'botbuilder';
import { ConfigurationBotFrameworkAuthentication } from '../botbuilder.js';
import { createConnectorHttp, type CallConnector } from './connectorHttp.js';
import { createConnector } from './createConnector.js';

type Authentication = Botbuilder.ConfigurationBotFrameworkAuthentication;
type ClaimsIdentity = Parameters<Authentication['createConnectorFactory']>[0];
type ConnectorFactory = ReturnType<Authentication['createConnectorFactory']>;
type Credentials = Awaited<ReturnType<ConnectorFactory['create']>>['credentials'];

/**
 * botbuilder's authentication, which gives the adapter a connector of ours in the place of its own
 * and keeps what does not change from turn to turn: the bot's credentials are the same for all.
 */
export class ConnectorAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #call: CallConnector;
  #credentials: Credentials | undefined;
  #userTokens: ReturnType<Authentication['createUserTokenClient']> | undefined;

  /** @param discipline what surrounds each call to the connector, the bot's token included */
  constructor(
    credentials: Botbuilder.ConfigurationServiceClientCredentialFactory,
    {
      timeoutMs,
      discipline,
    }: { timeoutMs: number; discipline: (call: CallConnector) => CallConnector },
  ) {
    super({}, credentials);
    this.#call = discipline(createConnectorHttp(() => this.#authorization(), timeoutMs));
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    const stock = super.createConnectorFactory(identity);
    const create = async (serviceUrl: string, audience: string) => {
      this.#credentials ??= (await stock.create(serviceUrl, audience)).credentials;
      return createConnector(serviceUrl, this.#call);
    };
    return { create } as unknown as ConnectorFactory;
  }

  /** Nobody signs in through the bot: one does for every turn. */
  override createUserTokenClient(identity: ClaimsIdentity) {
    return (this.#userTokens ??= super.createUserTokenClient(identity));
  }

  /** The header that tells Teams which bot is calling; undefined in local mode. */
  async #authorization(): Promise<string | undefined> {
    const request = { headers: new Map<string, string>() };
    await this.#credentials?.signRequest(request as never);
    return request.headers.get('authorization');
  }
}
