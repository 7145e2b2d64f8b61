import { AdaptiveCard, HostConfig } from 'adaptivecards';
import dark from '../../cli/preview/hosts/dark.json';
import highContrast from '../../cli/preview/hosts/high-contrast.json';
import light from '../../cli/preview/hosts/light.json';
import { markdownToHtml } from '../../cli/preview/markdownToHtml.js';
import type { ThemeName } from '../host/host.js';

const HOSTS = { light, dark, 'high-contrast': highContrast };

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

/** Draws a card into `stage`, in the place of an earlier one. Its buttons do nothing. */
export function drawCard(
  stage: HTMLElement,
  card: Record<string, unknown>,
  theme: ThemeName,
): void {
  const { page, hostConfig } = HOSTS[theme];
  const drawn = new AdaptiveCard();
  drawn.hostConfig = new HostConfig(hostConfig);
  drawn.parse(card);
  const element = drawn.render();
  stage.replaceChildren(...(element ? [element] : []));
  stage.style.background = hostConfig.containerStyles.default.backgroundColor;
  stage.style.border = `1px solid ${page.border}`;
  stage.style.borderRadius = '8px';
  // Nothing in a preview leads anywhere.
  for (const link of stage.querySelectorAll('a')) link.removeAttribute('href');
}
