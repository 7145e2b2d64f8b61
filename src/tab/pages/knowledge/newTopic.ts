/** The files of a topic that has yet to be written, by path. */
export function newTopic(id: string, languages: readonly string[]): [string, string][] {
  const empty = { title: '', label: '', answer: '', steps: [] };
  const topic = {
    $schema: '../schema/topic.schema.json',
    id,
    group: 'help',
    reviewed: new Date().toISOString().slice(0, 10),
    texts: Object.fromEntries(languages.map((language) => [language, empty])),
  };
  const phrases = languages.map((language): [string, unknown] => [
    `knowledge/phrases/${language}/${id}.json`,
    { $schema: '../../schema/phrases.schema.json', topic: id, language, phrases: [] },
  ]);
  return [[`knowledge/topics/${id}.json`, topic] as [string, unknown], ...phrases].map(
    ([path, data]) => [path, `${JSON.stringify(data, null, 2)}\n`],
  );
}
