// Makes a site of what `./interop report` wrote: node generate.mjs --in FOLDER --out SITE [--history FILE] [--single-file]
// [--modules FOLDER]
// The input holds allure-results/, matrix.json and logs/. SITE is made anew. Modules: where
// builds/allure/package-lock.json is installed.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { allureReport } from "./src/allure.mjs";
import { withoutRequests } from "./src/offline.mjs";
import { frontPage, title } from "./src/front.mjs";

const { values } = parseArgs({
  options: {
    in: { type: "string" },
    out: { type: "string" },
    history: { type: "string" },
    modules: { type: "string", default: fileURLToPath(new URL("../target/interop-report/node_modules", import.meta.url)) },
    "single-file": { type: "boolean", default: false },
  },
});
if (!values.in || !values.out) {
  console.error("generate.mjs: say --in FOLDER and --out SITE");
  process.exit(2);
}
const input = resolve(values.in);
const site = resolve(values.out);
const singleFile = values["single-file"];

try {
  await make();
} catch (error) {
  console.error(`generate.mjs: ${error.message}`);
  process.exit(1);
}

async function make() {
  const model = JSON.parse(await readFile(join(input, "matrix.json"), "utf8"));
  const report = join(input, "allure-report");
  const cells = model.protocols.reduce((sum, it) => sum + it.cells.length, 0);
  await rm(site, { recursive: true, force: true });
  await mkdir(site, { recursive: true });
  // Straight into the site, so that nothing large is copied; a single file is made of it afterwards.
  const target = singleFile ? report : join(site, "awesome");
  await allureReport({
    results: join(input, "allure-results"),
    output: target,
    work: input,
    modules: resolve(values.modules),
    history: values.history && resolve(values.history),
    started: model.started,
    title: title(model),
    cells,
    singleFile,
  });
  const awesome = join(target, "index.html");
  const page = withoutRequests(await readFile(awesome, "utf8"), { back: singleFile ? undefined : "../index.html", singleFile });
  if (singleFile) {
    await writeFile(join(site, "index.html"), await frontPage(model, page));
  } else {
    await writeFile(awesome, page);
    await writeFile(join(site, "index.html"), await frontPage(model));
    await writeFile(join(site, "matrix.json"), JSON.stringify(model));
    await cp(join(input, "logs"), join(site, "logs"), { recursive: true }).catch((error) => {
      // No finding names a line.
      if (error.code !== "ENOENT") throw error;
    });
  }
}
