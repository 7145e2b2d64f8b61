/**
 * Markdown as Teams reads it in a TextBlock: bold, italics, links, lists, nothing else.
 * @param {string} text
 * @returns {string} HTML in which nothing of the text is more than text
 */
export function markdownToHtml(text) {
  const kept = [];
  const keep = (html) => `\uE000${kept.push(html) - 1}\uE000`;
  const plain = (part) =>
    part.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  const inline = (part) =>
    plain(part)
      .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>')
      .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
      .replace(/(^|\W)_(.+?)_(?=\W|$)/g, '$1<i>$2</i>');
  const protectedText = text.replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, (_, sign) =>
    keep(plain(sign)),
  );
  const blocks = [];
  for (const line of protectedText.split(/\r?\n/)) {
    const item = /^\s*(?:([-*+])|(\d+)[.)])(?:\s+(.*))?$/.exec(line);
    const list = item && (item[1] ? 'ul' : `ol start="${item[2]}"`);
    const last = blocks.at(-1);
    if (!list) blocks.push({ html: line.trim() === '' ? '' : `<p>${inline(line)}</p>` });
    else if (last?.items && last.list.slice(0, 2) === list.slice(0, 2)) last.items.push(item[3]);
    else blocks.push({ list, items: [item[3]] });
  }
  return blocks
    .map(({ html, list, items }) =>
      list
        ? `<${list}>${items.map((each) => `<li>${inline(each ?? '')}</li>`).join('')}</${list.slice(0, 2)}>`
        : html,
    )
    .join('')
    .replace(/\uE000(\d+)\uE000/g, (_, index) => kept[index]);
}
