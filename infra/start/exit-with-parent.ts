// Preloaded (`node --import`) into every child of `start`: the channel to the parent closes when that ends, even by
// kill -9, and then the child must not live on and keep its port.
const GRACE_MS = 8000;

process.once('disconnect', () => {
  // The child's own handler stops it in good order; without one this ends it at once.
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
});
process.channel?.unref();
