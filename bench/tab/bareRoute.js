// The floor: a restify server with one route that answers a small JSON object. Plain JavaScript, so
// that it runs as the compiled program does.
import restify from 'restify';

const server = restify.createServer({ name: 'bare' });
server.get('/readyz', async (_req, res) => {
  res.send(200, { status: 'ready' });
});
server.get('/api/bare', async (_req, res) => {
  res.send(200, { cases: [], total: 0 });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
