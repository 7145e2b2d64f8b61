import type { ApiParts } from './apiParts.js';
import type { Route } from './route.js';
import { caseRoutes } from './routes/cases.js';
import { eventRoutes } from './routes/events.js';
import { insightRoutes } from './routes/insights.js';
import { knowledgeRoutes } from './routes/knowledge.js';
import { meRoutes } from './routes/me.js';
import { outboxRoutes } from './routes/outbox.js';
import { previewRoutes } from './routes/previews.js';
import { zipRoutes } from './routes/zips.js';

/** Everything that the tab can ask for. */
export function apiRoutes(parts: ApiParts): Route[] {
  return [
    meRoutes,
    caseRoutes,
    previewRoutes,
    knowledgeRoutes,
    zipRoutes,
    insightRoutes,
    outboxRoutes,
    eventRoutes,
  ].flatMap((routesOf) => routesOf(parts));
}
