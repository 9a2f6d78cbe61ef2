// Opens every page of an order as a reader does, and writes down what was seen.
//
// node look.mjs ORDER.json SEEN.json
// ORDER: {"chromium": path, "folder": where PDFs go, "pages": {name: file}, "diagrams": {name: [text, ...]}}

import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";
import { crossing, focusable, hidden, openAll, wide } from "./page.mjs";

const WIDTHS = [320, 390, 768, 1440, 2560];
const FLAGS = ["--no-sandbox", "--disable-quic", "--disable-gpu"];
const AT_ONCE = 2;
const STEPS = 6;
const MORE = 5; // a box that scrolls takes the focus as well, without being counted among what is reached

const [order, target] = process.argv.slice(2);
const { chromium: executablePath, folder, pages, diagrams } = JSON.parse(await readFile(order, "utf8"));
const browser = await chromium.launch({ executablePath, args: FLAGS });
try {
  const seen = await inTurn(Object.entries(pages), look);
  await writeFile(target, JSON.stringify({ pages: Object.fromEntries(seen), diagrams: await parsed(diagrams) }));
} finally {
  await browser.close();
}

async function look([name, file]) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const [said, asked] = [[], []];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  const seen = {
    ...(await typed(page)),
    weighed: await weighed(page),
    explained: await explained(page),
    wide: await widths(page),
    axe: { light: await judged(page, "light"), dark: await judged(page, "dark") },
    said,
    asked: asked.slice(1),
    print: await printed(page, join(folder, `${name}.pdf`)),
  };
  await context.close();
  return [name, seen];
}

async function typed(page) {
  await page.evaluate(openAll, false);
  const folded = await unreached(page);
  const shut = await page.evaluate(() => document.querySelectorAll("main details:not([open])").length);
  await page.evaluate(openAll, true);
  return { unreached: [...folded, ...(await unreached(page))], folds: await unfolded(page), shut };
}

async function unreached(page) {
  const count = await page.evaluate(focusable);
  for (let index = 0; index < count + MORE; index += 1) await page.keyboard.press("Tab");
  return page.evaluate(() => window.stops.filter((stop) => !stop.reached).map((stop) => stop.name));
}

async function unfolded(page) {
  await page.evaluate(openAll, false);
  const folds = await page.$$("main summary");
  for (const fold of folds) await fold.press("Enter");
  return page.evaluate(() => document.querySelectorAll("main details:not([open])").length);
}

// Moves the first slider by keyboard, and sets it back.
async function weighed(page) {
  const slider = page.locator("#weights input").first();
  if (!(await slider.count())) return null;
  for (let step = 0; step < STEPS; step += 1) await slider.press("ArrowRight");
  const tried = { paste: await page.innerText("#weights .paste"), ranking: await page.locator("#weights li").allInnerTexts() };
  await page.locator("#weights button").press("Enter");
  return { ...tried, reset: await page.innerText("#weights .paste") };
}

// What shows beside a word of the glossary that has the focus, and after Escape.
async function explained(page) {
  const word = page.locator("main a.word").first();
  if (!(await word.count())) return null;
  await page.evaluate(openAll, true);
  await word.focus();
  const shown = await page.locator("#meaning").innerText();
  await page.keyboard.press("Escape");
  return { shown, left: await page.locator("#meaning").isVisible() };
}

async function widths(page) {
  const found = {};
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    found[width] = await page.evaluate(wide);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  return found;
}

async function judged(page, colorScheme) {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`);
}

async function printed(page, path) {
  await page.evaluate(openAll, false);
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  await page.pdf({ path, preferCSSPageSize: true, format: "A4", tagged: true, outline: true });
  await page.setViewportSize({ width: 640, height: 900 });
  const text = await page.evaluate(() => document.body.innerText);
  return { pdf: path, text, lost: await page.evaluate(hidden), over: await page.evaluate(crossing) };
}

async function parsed(texts) {
  const page = await browser.newPage();
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve("mermaid/dist/mermaid.min.js") });
  const verdict = async (text) => {
    try {
      await window.mermaid.parse(text);
      return "";
    } catch (error) {
      return String(error);
    }
  };
  const judged = {};
  for (const [name, list] of Object.entries(texts)) {
    judged[name] = [];
    for (const text of list) judged[name].push(await page.evaluate(verdict, text));
  }
  return judged;
}

async function inTurn(items, act) {
  const [waiting, done] = [[...items], []];
  const work = async () => {
    while (waiting.length) done.push(await act(waiting.shift()));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return done;
}
