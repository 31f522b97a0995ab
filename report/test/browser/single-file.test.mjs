import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { browser, madeUpSite, outside, watched } from "./site.mjs";

let made, chromium;
before(async () => {
  made = await madeUpSite(true);
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  await made?.close();
});

test("one file from the disk shows the matrix, a cell's evidence, and the matrix again", async () => {
  assert.deepEqual(await readdir(made.site), ["index.html"]);
  const { page, requests, errors } = await watched(chromium);
  await page.goto(pathToFileURL(join(made.site, "index.html")).href);
  await page.locator('a.l[aria-label^="impl-02 to impl-03, handshake"]').click();
  await page.getByText("exactly 1 handshake").first().waitFor();
  await page.getByText("← Matrix").click();
  await page.waitForSelector("#matrix table");
  assert.equal(await page.locator("a.l").count(), 45);
  await page.goBack();
  await page.getByText("exactly 1 handshake").first().waitFor();
  await page.goBack();
  await page.waitForSelector("#matrix table");
  assert.deepEqual(outside(requests, "file:"), []);
  assert.deepEqual(errors, []);
});
