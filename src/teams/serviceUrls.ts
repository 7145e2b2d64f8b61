import { isLocalHost } from '../support/isLocalHost.js';

/**
 * The hosts at which Teams takes messages, by cloud; the bot's credentials go nowhere else. From the
 * Teams SDK's own list
 * (https://microsoft.github.io/teams-sdk/python/essentials/app-configuration/service-url-validation)
 * and, for Azure's own channels, botframework.com.
 */
const TEAMS_HOSTS = new Set([
  'smba.trafficmanager.net',
  'smba.onyx.prod.teams.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
]);

/** Whether answers may be sent there: to Teams and, in local mode, to this machine. */
export function isAllowedServiceUrl(serviceUrl: string, localMode: boolean): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, port, username, password } = new URL(serviceUrl);
  if (username !== '' || password !== '') return false;
  if (localMode && isLocalHost(hostname)) return /^https?:$/.test(protocol);
  if (protocol !== 'https:' || port !== '') return false;
  return TEAMS_HOSTS.has(hostname) || hostname.endsWith('.botframework.com');
}
