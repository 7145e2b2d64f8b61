/**
 * A page that shows all pictures, one heading a card.
 * @param pictures file names such as `answer-no-sms.fr.dark.png`
 */
export function previewIndex(pictures: readonly string[]): string {
  const byCard = new Map<string, string[]>();
  for (const picture of [...pictures].sort()) {
    const card = picture.split('.')[0] ?? picture;
    byCard.set(card, [...(byCard.get(card) ?? []), picture]);
  }
  const sections = [...byCard].map(
    ([card, files]) =>
      `<h2>${card}</h2>\n${files
        .map(
          (file) =>
            `<figure><figcaption>${file}</figcaption><img src="${file}" loading="lazy" alt="${file}"></figure>`,
        )
        .join('\n')}`,
  );
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Cards</title>
<style>body{font-family:sans-serif} figure{display:inline-block;margin:8px;vertical-align:top} img{max-width:640px}</style>
${sections.join('\n')}
</html>
`;
}
