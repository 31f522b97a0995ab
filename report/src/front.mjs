// The front page: one file with its style, its script and its data, so that it works from a server and from a disk.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { allurePolicy } from "./offline.mjs";

const page = (name) => readFile(new URL(`../page/${name}`, import.meta.url), "utf8");

/** In this order: a part knows only those before it. */
const PARTS = ["model.js", "state.js", "table.js", "card.js", "lists.js", "keys.js", "report.js", "main.js"];

/** The parts are modules for tests; the page has them as one script, which needs no server. */
export async function script() {
  const texts = await Promise.all(PARTS.map(page));
  const joined = texts.map((it) => it.replace(/^import .*$\n?/gm, "").replace(/^export /gm, "")).join("\n");
  return `(() => {\n"use strict";\n${joined}\n})();`;
}

/** JSON within HTML: nothing in it can end the element that holds it. */
export const embedded = (value) => JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped);
const escaped = (it) => "\\u" + it.charCodeAt(0).toString(16).padStart(4, "0");

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The page's title until a protocol is chosen: those that it has. */
export const title = (model) => [model.protocols.map((it) => it.title).join(", "), "interop matrix"].filter(Boolean).join(" ");

/** JSON and HTML have the same dangerous characters; text has entities for them. */
const text = (it) => it.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/**
 * The page. With Allure's report as one file, that is within it, too.
 */
export async function frontPage(model, report) {
  const [style, code, body] = await Promise.all([page("matrix.css"), script(), page("body.html")]);
  const policy = report
    ? allurePolicy(true)
    : `default-src 'none'; script-src ${hash(code)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
  const packed = report ? `<script type="text/plain" id="report">${gzipSync(report).toString("base64")}</script>` : "";
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="generator" content="Interop Engine">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${text(title(model))}</title>
<style>${style}</style>
</head>
<body>
${body}
<script type="application/json" id="data">${embedded(model)}</script>
${packed}<script>${code}</script>
</body>
</html>
`;
}
