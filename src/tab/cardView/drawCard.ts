import { AdaptiveCard, ExecuteAction, HostConfig } from 'adaptivecards';
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

/** A button as it was pressed, with what was filled in beside it. */
export interface Press {
  verb: string;
  data: Record<string, unknown>;
}

/** Draws a card into `stage`, in the place of an earlier one; `onPress` hears of its buttons. */
export function drawCard(
  stage: HTMLElement,
  card: Record<string, unknown>,
  theme: ThemeName,
  onPress?: (press: Press) => void,
): void {
  const { page, hostConfig } = HOSTS[theme];
  const drawn = new AdaptiveCard();
  drawn.hostConfig = new HostConfig(hostConfig);
  drawn.onExecuteAction = (action) => {
    if (!(action instanceof ExecuteAction)) return;
    onPress?.({ verb: action.verb, data: { ...action.data } });
  };
  drawn.parse(card);
  const element = drawn.render();
  stage.replaceChildren(...(element ? [element] : []));
  stage.style.background = hostConfig.containerStyles.default.backgroundColor;
  stage.style.border = `1px solid ${page.border}`;
  stage.style.borderRadius = '8px';
  // Nothing in a preview leads anywhere.
  for (const link of stage.querySelectorAll('a')) link.removeAttribute('href');
  // A button's name is what is read on it, such as "1 · Account locked", and not its shorter title.
  for (const button of stage.querySelectorAll('[role="button"][aria-label]')) {
    if (button.textContent?.trim()) button.removeAttribute('aria-label');
  }
}
