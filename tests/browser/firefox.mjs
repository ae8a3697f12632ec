/**
 * node firefox.mjs URL: try the editor in Firefox, which is driven by WebDriver BiDi, and print as JSON what came of
 * it. `WORKOUT_PUPPETEER` names the folder where npm has installed puppeteer-core.
 */
import { createRequire } from "node:module";
import { env, argv } from "node:process";

const puppeteer = createRequire(`${env.WORKOUT_PUPPETEER}/`)("puppeteer-core");
const url = argv[2];
const PATIENCE = 60_000;

/** Wait until *look* is true in the page; a function made of text, as puppeteer waits with, its policy forbids. */
async function until(page, look) {
  const end = performance.now() + PATIENCE;
  while (!(await page.evaluate(look))) {
    if (performance.now() > end) throw new Error(`waited in vain: ${look}`);
    await new Promise((next) => setTimeout(next, 20));
  }
}

const told = [];
const elsewhere = [];
const browser = await puppeteer.launch({ browser: "firefox", executablePath: env.WORKOUT_FIREFOX, headless: true });
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  page.on("console", (message) => told.push(message.text()));
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith("blob:")) elsewhere.push(request.url());
  });
  const began = performance.now();
  await page.goto(url);
  await until(page, () => {
    const text = document.querySelector("#text")?.shadowRoot?.querySelector(".cm-content");
    text?.focus();
    return Boolean(text);
  });
  await page.keyboard.type("easy 30min");
  await until(page, () => document.querySelector("#panels img") !== null);
  const milliseconds = performance.now() - began;
  const clock = { today: "2026-08-03", now: "2026-08-03T10:00:00Z" };
  const taken = await page.evaluate((asked) => globalThis.toolkit.ask("take", asked), { text: "easy 30min", ...clock });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  console.log(JSON.stringify({ milliseconds, taken, told, elsewhere }));
} finally {
  await browser.close();
}
