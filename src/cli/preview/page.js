/* global document, window, getComputedStyle, AdaptiveCards, NodeFilter, markdownToHtml */
// Runs in the browser, inside page.html: draws a card as Teams would, and looks for what an old
// pair of eyes would stumble over.

/** WCAG AA for text of ordinary size. */
const LEAST_CONTRAST = 4.5;
/** WCAG 2.5.5: what a shaky finger can still hit, in pixels. */
const LEAST_HEIGHT = 44;

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

/**
 * Draws a card once for each width. `showBorder` and `roundedCorners` are what Teams knows beyond
 * the renderer used here: they are drawn by hand.
 */
function showCard(card, host, widthsPx) {
  const stage = document.getElementById('stage');
  stage.replaceChildren();
  document.body.style.background = host.page.background;
  stage.style.background = host.page.background;
  const root = document.documentElement.style;
  root.setProperty('--page-border', host.page.border);
  root.setProperty('--page-link', host.page.link);
  for (const [name, value] of Object.entries(host.button))
    root.setProperty(`--button-${name}`, value);

  for (const widthPx of widthsPx) {
    const message = document.createElement('div');
    message.className = 'message';
    message.style.width = `${widthPx}px`;
    message.dataset.width = widthPx;
    const frames = [];
    const drawn = new AdaptiveCards.AdaptiveCard();
    drawn.hostConfig = new AdaptiveCards.HostConfig(host.hostConfig);
    drawn.parse(withFrameIds(card, frames));
    message.append(drawn.render());
    stage.append(message);
    for (const { id, border, rounded, style } of frames) {
      const element = message.querySelector(`[id="${id}"]`);
      if (!element) continue;
      const colour = host.hostConfig.containerStyles[style ?? 'default'].borderColor;
      if (border) element.style.boxShadow = `inset 0 0 0 1px ${colour}`;
      if (rounded) element.style.borderRadius = '6px';
    }
  }
}

/** A copy of the card in which every framed element has an id of its own. */
function withFrameIds(node, frames) {
  if (Array.isArray(node)) return node.map((item) => withFrameIds(item, frames));
  if (typeof node !== 'object' || node === null) return node;
  const copy = {};
  for (const [key, value] of Object.entries(node)) copy[key] = withFrameIds(value, frames);
  if (node.showBorder || node.roundedCorners) {
    copy.id = `frame-${frames.length}`;
    frames.push({
      id: copy.id,
      border: node.showBorder,
      rounded: node.roundedCorners,
      style: node.style,
    });
  }
  return copy;
}

/** What is too pale, too small to press, or cut off, as sentences. */
function findProblems() {
  const problems = new Set();
  for (const message of document.querySelectorAll('.message')) {
    const at = `at ${message.dataset.width} px`;
    for (const { text, element } of textsIn(message)) {
      const ratio = contrastOf(element);
      if (ratio < LEAST_CONTRAST) {
        problems.add(`${at}: contrast ${ratio.toFixed(2)} of “${text.slice(0, 40)}”`);
      }
      if (isCut(element)) problems.add(`${at}: “${text.slice(0, 40)}” is cut`);
    }
    for (const block of message.querySelectorAll('.ac-textBlock')) {
      // “1.” alone is a list without words to Markdown: its number hangs out of the block.
      if (block.innerText.trim() === '') problems.add(`${at}: a text shows nothing`);
    }
    for (const button of message.querySelectorAll('[role="button"], [role="link"]')) {
      const { height } = button.getBoundingClientRect();
      if (button.className.includes('ac-pushButton')) continue;
      if (height < LEAST_HEIGHT) {
        problems.add(`${at}: “${button.innerText}” is ${Math.round(height)} px high`);
      }
    }
  }
  return [...problems];
}

/** Whether a word reaches beyond its text block, which hides what is outside. */
function isCut(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const block = element.closest('.ac-textBlock, .ac-pushButton') ?? element;
  const [word, edges] = [range.getBoundingClientRect(), block.getBoundingClientRect()];
  return word.left < edges.left - 1 || word.right > edges.right + 1;
}

function* textsIn(message) {
  const walker = document.createTreeWalker(message, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    if (text !== '') yield { text, element: walker.currentNode.parentElement };
  }
}

/** WCAG's contrast ratio between a text and what stands behind it. */
function contrastOf(element) {
  const behind = [];
  for (let each = element; each; each = each.parentElement) {
    const colour = readColour(getComputedStyle(each).backgroundColor);
    if (colour[3] > 0) behind.push(colour);
    if (colour[3] === 1) break;
  }
  const background = behind.reduceRight(over, [255, 255, 255, 1]);
  const text = over(background, readColour(getComputedStyle(element).color));
  const [dark, bright] = [luminance(background), luminance(text)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

function readColour(css) {
  const [red, green, blue, alpha = 1] = css.match(/[\d.]+/g).map(Number);
  return [red, green, blue, alpha];
}

function over(below, [red, green, blue, alpha]) {
  const mix = (top, bottom) => top * alpha + bottom * (1 - alpha);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
}

function luminance([red, green, blue]) {
  const [r, g, b] = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

window.showCard = showCard;
window.findProblems = findProblems;
