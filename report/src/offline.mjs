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
  page = page.replace(/<meta charset="utf-8">/i, (it) => it + meta);
  return page.replace(/<body[^>]*>/, (it) => it + (singleFile ? RETURN + backLink("#p=") : backLink(back)));
}

/** In one file the matrix and Allure share the document: an address of the matrix loads it again. */
const RETURN = `<script>addEventListener("hashchange", () => { if (location.hash.length < 2 || location.hash.startsWith("#p=")) location.reload(); });</script>`;

const backLink = (to) =>
  `<a href="${to}" style="position:fixed;left:50%;bottom:12px;transform:translateX(-50%);z-index:9999;padding:6px 14px;` +
  `border-radius:16px;background:#1b4b8f;color:#fff;font:600 13px system-ui,sans-serif;text-decoration:none">← Matrix</a>`;
