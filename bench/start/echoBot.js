// The floor: a bot of the same stack that only echoes. Plain JavaScript, so that it starts as the
// compiled program does, without a compiler on its way. It imports its packages as anybody would;
// loaded by `require`, as src/teams/botbuilder.ts does, it would be ready about 130 ms sooner.
import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
} from 'botbuilder';
import restify from 'restify';

const bot = new ActivityHandler();
bot.onMessage(async (context) => {
  await context.sendActivity(MessageFactory.text(`You said: ${context.activity.text}`));
});
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));

const server = restify.createServer({ name: 'echo-bot' });
server.get('/readyz', async (_req, res) => {
  res.send(200, { status: 'ready' });
});
server.post('/api/messages', restify.plugins.bodyParser(), async (req, res) => {
  await adapter.process(req, res, (context) => bot.run(context));
});
server.listen(Number(process.env.PORT), '127.0.0.1');
