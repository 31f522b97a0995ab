// A MoQT test client on @moq/net that speaks the contract: RELAY_URL, TESTCASE, DRAFT, TLS_DISABLE_VERIFY, VERBOSE;
// TAP 14 on standard output as it happens; exit 0, 1 or 127.

import { CASES } from "./cases.js";

const env = (name) => Deno.env.get(name) ?? "";
const flag = (name) => ["1", "true"].includes(env(name));
const print = (line) => Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));

function unsupported(reason) {
    print("TAP version 14");
    print(`1..0 # SKIP ${reason}`);
    Deno.exit(127);
}

// Standard output is TAP's alone.
for (const level of ["debug", "info", "log", "warn"]) {
    console[level] = flag("VERBOSE") ? console.error : () => {};
}
// The library runs its sessions in the background: what fails there shows in the answers that do not come.
globalThis.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    console.debug("unhandled:", event.reason);
});

if (Deno.args.includes("--list")) {
    Object.keys(CASES).forEach(print);
    Deno.exit(0);
}
if (!["", "draft-18", "18"].includes(env("DRAFT"))) unsupported(`${env("DRAFT")} is not supported; draft-18 is`);
if (env("TESTCASE") && !Object.hasOwn(CASES, env("TESTCASE"))) unsupported(`no test case '${env("TESTCASE")}'`);

const settings = { url: new URL(env("RELAY_URL") || "https://localhost:4443"), verify: !flag("TLS_DISABLE_VERIFY") };
const wanted = env("TESTCASE") ? [env("TESTCASE")] : Object.keys(CASES);
let failed = false;

print("TAP version 14");
print(`1..${wanted.length}`);
for (const [index, name] of wanted.entries()) {
    const start = performance.now();
    const [expected, received] = await CASES[name](settings).catch((problem) => [/$^/, problem.message]);
    const passed = expected.test(received);
    failed ||= !passed;
    print(`${passed ? "" : "not "}ok ${index + 1} - ${name}`);
    print("  ---");
    print(`  duration_ms: ${Math.round(performance.now() - start)}`);
    // JSON's strings are strings of YAML, too.
    print(`  received: ${JSON.stringify(received)}`);
    print("  ...");
}
Deno.exit(failed ? 1 : 0);
