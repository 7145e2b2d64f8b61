// Preloaded into the program (`--expose-gc --import`): says what is alive after a collection,
// in bytes, whenever it is asked over the channel to whoever started it.
process.on('message', () => {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  process.send(heapUsed + external);
});
// The program ends when it wants to.
process.channel.unref();
