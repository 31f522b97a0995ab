import { linesAsLinks } from "./lines.mjs";

// Allure's pages ask a service for statistics. That goes, and a policy forbids whatever else would ask the network.
const ANALYTICS = [
  /<script[^>]*\ssrc="https?:\/\/[^"]*"[^>]*>\s*<\/script>/g,
  /<script>\s*window\.dataLayer\s*=[\s\S]*?<\/script>/g,
];
const SELF = "'self' data: blob:";
const INLINE = "data: blob:";

/** The policy of a page that runs Allure's scripts: they are inline, and build functions from text. */
export function allurePolicy(singleFile) {
  const from = singleFile ? INLINE : SELF;
  return [
    "default-src 'none'",
    `script-src ${from} 'unsafe-inline' 'unsafe-eval'`,
    `style-src ${from} 'unsafe-inline'`,
    ...["img-src", "font-src", "connect-src", "media-src", "frame-src", "worker-src"].map((it) => `${it} ${from}`),
    "form-action 'none'",
  ].join("; ");
}

export function withoutRequests(html, { back, singleFile }) {
  let page = ANALYTICS.reduce((text, it) => text.replace(it, ""), html);
  if (/googletagmanager|google-analytics/.test(page.replace(/data:text\/javascript;base64,[^"]*/g, ""))) {
    throw new Error("the report's page still asks for statistics; its form has changed, see src/offline.mjs");
  }
  const meta = `<meta http-equiv="Content-Security-Policy" content="${allurePolicy(singleFile)}">`;
  page = page.replace(/<meta charset="utf-8">/i, (it) => it + meta + STYLE);
  return page.replace(/<body[^>]*>/, (it) => it + (singleFile ? RETURN + backLink("#p=") : LINES + backLink(back)));
}

/** The steps are checks of a finished cell: none has a duration. Allure shows it as the last text of a step's header. */
const STYLE = `<style>[data-testid="test-result-step-header"] > :last-child > span:last-child { display: none; }</style>`;

/** In one file the matrix and Allure share the document: an address of the matrix loads it again. */
const RETURN = `<script>addEventListener("hashchange", () => { if (location.hash.length < 2 || location.hash.startsWith("#p=")) location.reload(); });</script>`;

/** In one file there are no pages of logs. */
const LINES = `<script>(${linesAsLinks})(document)</script>`;

/** In the page's flow, so that it covers nothing, at any width. */
const backLink = (to) =>
  `<nav style="padding:6px 14px;background:#1b4b8f;font:600 13px system-ui,sans-serif"><a href="${to}" style="color:#fff;text-decoration:none">← Matrix</a></nav>`;
