import { EventEmitter } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pause } from '../../bin/pause.js';

const never = new AbortController().signal;
const HOUR = 3_600_000;

test('a pause ends in time though the memory is collected meanwhile', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const collecting = setInterval(collect, 10);
  const begun = performance.now();
  await pause(200, never);
  clearInterval(collecting);
  expect(performance.now() - begun).toBeGreaterThan(190);
});

test('a pause ends at once when it is woken or stopped, also before it has begun', async () => {
  const wake = new EventEmitter();
  const stopping = new AbortController();
  const pauses = [pause(HOUR, never, wake), pause(HOUR, stopping.signal)];
  wake.emit('wake');
  stopping.abort();
  await Promise.all([...pauses, pause(HOUR, stopping.signal)]);
  expect(wake.listenerCount('wake')).toBe(0);
});
