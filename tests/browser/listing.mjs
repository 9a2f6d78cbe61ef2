// Opens an index of very many companies, sorts it, filters it and prints it, and writes down what was seen.
//
// node listing.mjs ORDER.json SEEN.json
// ORDER: {"chromium": path, "page": file, "shots": folder for pictures, or null}

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const WIDTHS = { desktop: 1440, phone: 390 };
const FLAGS = ["--no-sandbox", "--disable-quic", "--disable-gpu"];

const [order, target] = process.argv.slice(2);
const { chromium: executablePath, page: file, shots } = JSON.parse(await readFile(order, "utf8"));
const browser = await chromium.launch({ executablePath, args: FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: WIDTHS.desktop, height: 900 }, reducedMotion: "reduce" });
  await page.goto(pathToFileURL(file).href);
  const [words, verdict] = [page.locator(".tools input"), page.locator(".tools select").first()];
  const seen = { opened: { ...(await page.evaluate(rows)), ms: await page.evaluate(sinceStart) } };
  seen.byName = await after(page, () => sort(page, "Company"));
  seen.byLead = await after(page, () => sort(page, "Behind by"));
  seen.scrolled = await after(page, () => scrolled(page));
  seen.kept = await after(page, () => verdict.selectOption("Keep"));
  seen.found = await after(page, () => words.fill("north 1236"));
  for (const [name, width] of Object.entries(WIDTHS)) {
    await page.setViewportSize({ width, height: 900 });
    if (shots) await page.screenshot({ path: join(shots, `found-${name}.png`) });
  }
  await words.fill("");
  await verdict.selectOption("");
  for (const [name, width] of Object.entries(WIDTHS)) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => scrollTo(0, 0));
    if (shots) await page.screenshot({ path: join(shots, `all-${name}.png`) });
  }
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  seen.printed = await page.evaluate(rows);
  await writeFile(target, JSON.stringify(seen));
} finally {
  await browser.close();
}

// What is seen once something was done, and how long it took until it was drawn.
async function after(page, act) {
  await page.evaluate(() => (window.began = performance.now()));
  await act();
  const ms = await page.evaluate(sinceBegun);
  return { ...(await page.evaluate(rows)), ms };
}

function sort(page, title) {
  return page.getByRole("button", { name: title, exact: true }).evaluate((button) => {
    window.began = performance.now();
    button.click();
  });
}

async function scrolled(page) {
  const before = await page.locator("table.index tbody tr").count();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForFunction((few) => document.querySelectorAll("table.index tbody tr").length > few, before);
}

// The rows that the document holds: the texts of their first five cells.
function rows() {
  const drawn = [...document.querySelectorAll("table.index tbody tr")];
  const sorted = document.querySelector("table.index [aria-sort]");
  return {
    rows: drawn.map((row) => [...row.cells].slice(0, 5).map((cell) => cell.textContent)),
    told: document.querySelector(".tools output").textContent,
    sorted: sorted && [sorted.textContent, sorted.getAttribute("aria-sort")],
  };
}

function sinceBegun() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - window.began))));
}

function sinceStart() {
  return performance.getEntriesByType("navigation")[0].loadEventEnd;
}
