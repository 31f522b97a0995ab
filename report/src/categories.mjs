// Categories by reason, the specific ones first; in each, equal failures are one group (label "signature").
const byReason = (name, ...reasons) => reasons.map((reason) => rule(name, { labels: { reason: `^${reason}$` } }));
const rule = (name, matchers) => ({ name, matchers, groupBy: [{ label: "signature" }], groupByMessage: false });

export const categories = [
  ...byReason("A rule was broken", "check-failed"),
  ...byReason("Claimed, but contradicted on the wire", "contradicted"),
  ...byReason("The client reports a failure", "point-failed", "bailed-out"),
  ...byReason("The client's report is at fault", "plan-missing", "points-missing", "report-invalid", "report-missing", "case-missing", "wrong-exit-code"),
  ...byReason("The client failed", "client-failed"),
  ...byReason("The server failed", "server-ended", "server-silent"),
  ...byReason("Time, memory or disk ran out", "time-limit", "out-of-memory", "disk-limit"),
  ...byReason("Could not be decided", "no-keylog", "no-trace", "trace-unreadable", "wire-unreadable", "case-todo"),
  rule("Image, engine or harness", { statuses: ["broken"] }),
  rule("Other failures", { statuses: ["failed"] }),
  ...byReason("Unsupported", "client-unsupported", "server-unsupported"),
];
