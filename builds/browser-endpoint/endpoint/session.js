// The body of an asynchronous function with the argument `task`: one session, as the contract wants it of a client.
const DATAGRAMS_UNDER_WAY = 8; // nothing repeats a lost one, and the scenario's queue holds 25 packets

const decode = text => new TextDecoder().decode(text);
const encode = text => new TextEncoder().encode(text);
const get = file => encode("GET " + file);
const last = file => file.split("/").at(-1);

const fromBase64 = text => Uint8Array.from(atob(text), it => it.charCodeAt(0));
const toBase64 = bytes => {
    let result = "";
    for (let at = 0; at < bytes.length; at += 32768) result += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return btoa(result);
};

const served = request => {
    const [, file] = /^GET (.+)$/.exec(decode(request).trim()) ?? [];
    if (task.files[file] === undefined) throw new Error("a request came for '" + file + "', which is not served");
    return {file, content: fromBase64(task.files[file])};
};
const push = request => {
    const {file, content} = served(request);
    const head = encode("PUSH " + last(file) + "\n");
    const message = new Uint8Array(head.length + content.length);
    message.set(head);
    message.set(content, head.length);
    return message;
};

const all = async readable => new Uint8Array(await new Response(readable).arrayBuffer());
const send = async (writable, message) => {
    const writer = writable.getWriter();
    await writer.write(message);
    await writer.close();
};
const next = async reader => {
    const {value, done} = await reader.read();
    if (done) throw new Error("the session ended before all files were there");
    return value;
};

const session = new WebTransport(task.url, {protocols: task.protocols});
// Datagrams that come before they are read are kept, all of those that are under way.
session.datagrams.incomingHighWaterMark = 2 * DATAGRAMS_UNDER_WAY;
session.datagrams.incomingMaxBufferedDatagrams = 2 * DATAGRAMS_UNDER_WAY;
await session.ready;
const datagrams = () => session.datagrams.writable ?? session.datagrams.createWritable();

const downloads = {};
const store = (file, content) => {
    if (!task.requests.some(it => last(it) === file) || file in downloads) throw new Error("'" + file + "' came, which is not missing");
    downloads[file] = toBase64(content);
};
const storePush = message => {
    const end = Math.max(message.indexOf(10), 0);
    const [, file] = /^PUSH (.+)$/.exec(decode(message.subarray(0, end)).trim()) ?? [];
    if (!file) throw new Error("something came that is no PUSH");
    store(file, message.subarray(end + 1));
};

const fetchers = {
    async unidirectional() {
        const answers = session.incomingUnidirectionalStreams.getReader();
        const asking = task.requests.map(async file => send(await session.createUnidirectionalStream(), get(file)));
        const storing = task.requests.map(async () => storePush(await all(await next(answers))));
        await Promise.all([...asking, ...storing]);
    },
    async bidirectional() {
        await Promise.all(task.requests.map(async file => {
            const {readable, writable} = await session.createBidirectionalStream();
            await send(writable, get(file));
            store(last(file), await all(readable));
        }));
    },
    async datagram() {
        const requests = datagrams().getWriter();
        const answers = session.datagrams.readable.getReader();
        const waiting = [...task.requests];
        const ask = count => Promise.all(waiting.splice(0, count).map(file => requests.write(get(file))));
        await ask(DATAGRAMS_UNDER_WAY);
        while (Object.keys(downloads).length < task.requests.length) {
            storePush(await next(answers));
            await ask(1);
        }
    },
};

// Reading ends with an error when the session does; what matters then is how it ended.
let asked = 0;
const failures = [];
const each = async (incoming, answer) => {
    const reader = incoming.getReader();
    try {
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
            asked++;
            answer(part.value).catch(failure => failures.push(failure));
        }
    } catch {}
};

const serve = async () => {
    const answers = datagrams().getWriter();
    each(session.incomingUnidirectionalStreams, async stream => {
        const answer = push(await all(stream));
        await send(await session.createUnidirectionalStream(), answer);
    });
    each(session.incomingBidirectionalStreams, async ({readable, writable}) => {
        await send(writable, served(await all(readable)).content);
    });
    each(session.datagrams.readable, async request => answers.write(push(request)));
    // A server whose connection ends with its session is told by its files whether all was well: what is missing is missing there.
    const {closeCode, reason} = await session.closed.catch(failure => {
        if (!asked) throw failure;
        return {closeCode: 0, reason: ""};
    });
    if (closeCode) throw new Error("the session was closed with code " + closeCode + ": " + reason);
    if (failures.length) throw failures[0];
};

if (task.testcase === "transfer") {
    await serve();
} else {
    if (task.testcase !== "handshake") await fetchers[task.testcase.split("-")[1]]();
    session.close();
    await session.closed;
}
return {protocol: session.protocol ?? "", downloads};
