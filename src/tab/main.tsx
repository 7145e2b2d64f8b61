import { createRoot } from 'react-dom/client';
import { isFramed } from './host/host.js';
import { openBrowserHost } from './host/browserHost.js';
import { configureTab, openTeamsHost } from './host/teamsHost.js';
import { loadStrings } from './lib/say.js';
import { App } from './App.js';

const host = await (isFramed() ? openTeamsHost().catch(openBrowserHost) : openBrowserHost());
const { language, say } = await loadStrings(host.locale);
document.documentElement.lang = language;
const isConfiguring = new URLSearchParams(location.search).has('configure');
if (isConfiguring) await configureTab();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <App host={host} language={language} say={say} isConfiguring={isConfiguring} />,
  );
}
