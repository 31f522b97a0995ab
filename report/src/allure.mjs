// Runs Allure's own command line on a folder of results.
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { forgetRun, leanHistory } from "./history.mjs";
import { categories } from "./categories.mjs";

/** Each page of a cell repeats its history: of a large matrix fewer runs are kept. */
export const historyLimit = (cells) => Math.max(3, Math.min(20, Math.floor(20000 / Math.max(1, cells))));

export async function allureReport({ results, output, work, modules, history, started, title, cells, singleFile }) {
  const config = join(work, "allurerc.json");
  const name = `Interop matrix ${started}`;
  if (history) {
    await forgetRun(history, name);
  }
  await writeFile(config, JSON.stringify(configuration({ name, title, history, cells, singleFile })));
  await run([join(modules, "allure", "cli.js"), "generate", results, "--config", config, "--output", output], work);
  if (history) {
    await leanHistory(history);
  }
}

function configuration({ name, title, history, cells, singleFile }) {
  return {
    name,
    ...(history ? { historyPath: history, historyLimit: historyLimit(cells), appendHistory: true } : {}),
    // What the parameters say already.
    hideLabels: ["client", "server", "testcase", "letter", "outcome", "framework"],
    plugins: {
      awesome: {
        options: {
          reportName: title,
          groupBy: ["epic", "suite", "subSuite"],
          singleFile,
          charts: [
            { type: "currentStatus", title: "Outcomes" },
            { type: "statusDynamics", title: "Outcomes over the runs", limit: 10 },
          ],
        },
      },
    },
    categories: { rules: categories },
  };
}

function run(words, cwd) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, words, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stdout.on("data", (it) => (said += it));
    child.stderr.on("data", (it) => (said += it));
    child.on("error", failed);
    child.on("close", (code) =>
      code === 0 ? done() : failed(new Error(`allure generate ended with ${code}: ${said.trim().slice(-2000)}`)),
    );
  });
}
