import type { Theme } from './hostConfigs.js';

/**
 * A page that shows one card at a time, given to it as `show(card, hostConfig, width)`. Buttons
 * get the borders and the height that Teams gives them.
 */
export function previewPage(adaptiveCardsScript: string, theme: Theme): string {
  const pressable = '[role=button]:not(.ac-pushButton), [role=link]';
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 12px; background: ${theme.page}; color: ${theme.text}; }
    #card { background: ${theme.card}; border: 1px solid ${theme.border}; border-radius: 6px;
      font-family: "Segoe UI", "Liberation Sans", Arial, sans-serif; }
    ${pressable} { border-radius: 4px; cursor: pointer;
      outline: ${theme.name === 'contrast' ? `1px solid ${theme.border}` : 'none'}; }
    .ac-pushButton { font: 600 14px "Segoe UI", "Liberation Sans", Arial, sans-serif;
      min-height: 32px; padding: 4px 12px; border-radius: 4px; border: 1px solid ${theme.border};
      background: ${theme.card}; color: ${theme.text}; }
    a { color: ${theme.accent}; }
    p { margin: 0; }
  </style><div id="card"></div><script>${adaptiveCardsScript}</script><script>
    // As much of Markdown as Teams' cards use: bold and links.
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
      const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
      result.outputHtml = '<p>' + safe
        .replace(/\\*\\*(.+?)\\*\\*/g, '<b>$1</b>')
        .replace(/\\[(.+?)\\]\\((.+?)\\)/g, '<a href="$2">$1</a>')
        .replace(/\\\\([\\\\*_{}[\\]()#+.!|~-])/g, '$1')
        .replace(/\\n/g, '<br>') + '</p>';
      result.didProcess = true;
    };
    window.show = (card, hostConfig, width) => {
      const holder = document.getElementById('card');
      holder.style.width = width + 'px';
      const adaptiveCard = new AdaptiveCards.AdaptiveCard();
      adaptiveCard.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
      adaptiveCard.parse(card);
      holder.replaceChildren(adaptiveCard.render());
    };
  </script>`;
}
