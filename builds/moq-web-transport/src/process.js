// The contract's variables and exit codes.

// Without the handlers that run at an ordinary exit: after a session of @moq/web-transport one was seen to hang in them.
const { symbols: libc } = Deno.dlopen("libc.so.6", { _exit: { parameters: ["i32"], result: "void" } });

export const exit = (code) => libc._exit(code);

const words = (name) => (Deno.env.get(name) ?? "").split(" ").filter(Boolean);

/** Gives `main` TESTCASE, REQUESTS and PROTOCOLS; what it throws ends the process with 1. */
export async function run(main) {
    try {
        await main(Deno.env.get("TESTCASE"), words("REQUESTS"), words("PROTOCOLS"));
    } catch (problem) {
        console.error(String(problem?.message ?? problem));
        exit(1);
    }
}
