import type { ApiParts } from '../apiParts.js';
import { route, type Route } from '../route.js';

/** Who is asking, and what the tab needs to begin with. */
export function meRoutes({ knowledge }: ApiParts): Route[] {
  return [
    route({
      method: 'get',
      path: 'me',
      role: 'moderator',
      answer: async ({ caller }) => {
        const { content } = knowledge();
        const { languages, defaultLanguage } = content.settings;
        return {
          name: caller.name,
          id: caller.id,
          roles: caller.roles,
          languages,
          defaultLanguage,
          topics: [...content.topics.values()].map(({ id, group, texts }) => ({
            id,
            group,
            titles: Object.fromEntries(
              Object.entries(texts).map(([language, text]) => [language, text.title]),
            ),
          })),
        };
      },
    }),
  ];
}
