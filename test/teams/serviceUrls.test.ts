import { describe, expect, it } from 'vitest';
import { isAllowedServiceUrl } from '../../src/teams/serviceUrls.js';

describe('an answer may be sent', () => {
  it.each([
    'https://smba.trafficmanager.net/emea/7c9e6679/',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
    'https://webchat.botframework.com/',
  ])('to Teams: %s', (url) => {
    expect(isAllowedServiceUrl(url, false)).toBe(true);
  });

  it.each(['http://127.0.0.1:56150/_connector', 'http://localhost:1/', 'http://[::1]:1/'])(
    'to this machine in local mode alone: %s',
    (url) => {
      expect(isAllowedServiceUrl(url, true)).toBe(true);
      expect(isAllowedServiceUrl(url, false)).toBe(false);
    },
  );

  it.each([
    'https://botframework.com.evil.example/',
    'https://evilbotframework.com/',
    'https://smba.trafficmanager.net:8443/',
    'https://ana:secret@smba.trafficmanager.net/',
    'http://localhost.evil.example/',
    'http://169.254.169.254/metadata',
    'file://localhost/etc/passwd',
    'nowhere',
  ])('nowhere else: %s', (url) => {
    expect(isAllowedServiceUrl(url, true)).toBe(false);
  });
});
