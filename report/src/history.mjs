// Allure keeps all labels and messages of each result in its history; its pages show none of them.
import { readFile, writeFile } from "node:fs/promises";

const KEPT = ["id", "name", "fullName", "environment", "status", "start", "stop", "duration", "historyId", "reportLinks", "url"];

const lean = (point) => ({
  ...point,
  testResults: Object.fromEntries(
    Object.entries(point.testResults).map(([id, result]) => [
      id,
      Object.fromEntries(Object.entries(result).filter(([key]) => KEPT.includes(key))),
    ]),
  ),
});

export async function leanHistory(file) {
  const lines = (await readFile(file, "utf8")).split("\n").filter(Boolean);
  await writeFile(file, lines.map((it) => JSON.stringify(lean(JSON.parse(it))) + "\n").join(""));
}
