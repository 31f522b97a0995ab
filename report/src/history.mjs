// Allure's own history, from which it draws the trend of a cell: a line a run.
import { readFile, writeFile } from "node:fs/promises";

/** It keeps all labels and messages of each result; its pages show none of them. */
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

const points = async (file) => {
  try {
    return (await readFile(file, "utf8")).split("\n").filter(Boolean).map((it) => JSON.parse(it));
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw new Error(`${file} is no history of Allure (${error.message}); remove it`);
  }
};

const write = (file, all) => writeFile(file, all.map((it) => JSON.stringify(it) + "\n").join(""));

/** A site that is made again does not count its run twice. */
export async function forgetRun(file, name) {
  const all = await points(file);
  if (all.some((it) => it.name === name)) {
    await write(file, all.filter((it) => it.name !== name));
  }
}

export async function leanHistory(file) {
  await write(file, (await points(file)).map(lean));
}
