// A browser that nothing holds awake: Playwright keeps each page visible, and a visible page is never frozen. Spoken to
// by its own protocol, over a pipe.
import { spawn } from 'node:child_process';
import { folder } from './relais.mjs';
import { CHROMIUM, FLAGS } from './browser.mjs';

export async function awake() {
  const profile = await folder();
  const child = spawn(CHROMIUM, ['--headless', ...FLAGS, '--remote-debugging-pipe', `--user-data-dir=${profile.path}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , input, output] = child.stdio;
  const waiting = new Map();
  let text = '';
  let last = 0;
  output.on('data', (data) => {
    const messages = (text + data).split('\0');
    text = messages.pop();
    for (const message of messages.map((one) => JSON.parse(one))) {
      const answer = waiting.get(message.id);
      if (message.error) answer?.[1](new Error(message.error.message));
      else answer?.[0](message.result);
    }
  });
  const send = (method, params = {}, sessionId = undefined) => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, [resolve, reject]);
    input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
  });
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const page = (method, params) => send(method, params, sessionId);
  const evaluate = async (expression) => {
    const { result } = await page('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    return result.value;
  };
  return {
    evaluate,
    /** Asks again and again until the expression is true. */
    async until(expression, ms = 10_000) {
      for (const end = Date.now() + ms; Date.now() < end; await new Promise((next) => { setTimeout(next, 20); })) {
        if (await evaluate(expression).catch(() => false)) return;
      }
      throw new Error(`it never came to be: ${expression}`);
    },
    go: (url) => page('Page.navigate', { url }),
    /** Hides the page and puts it to sleep, as a browser does with a tab that nobody looked at for long. */
    freeze: () => page('Page.setWebLifecycleState', { state: 'frozen' }),
    /** Somebody comes back to it. Without a window it is shown by being told that it has the focus. */
    async wake() {
      await page('Page.setWebLifecycleState', { state: 'active' });
      await page('Emulation.setFocusEmulationEnabled', { enabled: true });
    },
    async close() {
      const ended = new Promise((done) => { child.on('exit', done); });
      child.kill();
      await ended;
      await profile.remove();
    },
  };
}
