// Runs Allure's own command line on a folder of results.
import { spawn } from "node:child_process";
import { readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { leanHistory } from "./history.mjs";
import { categories } from "./categories.mjs";

/** Each page of a cell repeats its history: of a large matrix fewer runs are kept. */
export const historyLimit = (cells) => Math.max(3, Math.min(20, Math.floor(20000 / Math.max(1, cells))));

export async function allureReport({ results, output, work, history, cells, singleFile }) {
  const config = join(work, "allurerc.json");
  await writeFile(config, JSON.stringify(configuration({ history, cells, singleFile })));
  await run(["generate", results, "--config", config, "--output", output], work);
  if (!singleFile) {
    await onlyAwesome(output);
  }
  if (history) {
    await leanHistory(history);
  }
}

function configuration({ history, cells, singleFile }) {
  return {
    name: "Interop matrix",
    ...(history ? { historyPath: history, historyLimit: historyLimit(cells), appendHistory: true } : {}),
    plugins: {
      awesome: {
        options: {
          reportName: "Interop matrix",
          groupBy: ["epic", "suite", "subSuite"],
          singleFile,
          charts: [
            { type: "currentStatus", title: "Outcomes" },
            { type: "statusDynamics", title: "Outcomes over the runs", limit: 10 },
          ],
        },
      },
      // With one plugin alone Allure writes to the top, where the front page belongs.
      ...(singleFile ? {} : { log: { options: { groupBy: "none" } } }),
    },
    categories: { rules: categories },
  };
}

/** Allure's page that lists its own reports gives way to the front page. */
async function onlyAwesome(output) {
  const known = new Set(["awesome", "history.jsonl"]);
  for (const entry of await readdir(output)) {
    if (!known.has(entry)) {
      await rm(join(output, entry), { recursive: true });
    }
  }
}

function run(words, cwd) {
  const cli = join(dirname(createRequire(import.meta.url).resolve("allure/package.json")), "cli.js");
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [cli, ...words], { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stdout.on("data", (it) => (said += it));
    child.stderr.on("data", (it) => (said += it));
    child.on("error", failed);
    child.on("close", (code) =>
      code === 0 ? done() : failed(new Error(`allure generate ended with ${code}: ${said.trim().slice(-2000)}`)),
    );
  });
}
