// Files of an endpoint: served ones below /www, fetched ones below /downloads.

const last = (name) => name.split("/").at(-1);
const bytes = (text) => new TextEncoder().encode(text);
const text = (content) => new TextDecoder().decode(content);

export const get = (name) => bytes(`GET ${name}`);

export async function push(endpoint, name) {
    return concat(bytes(`PUSH ${last(name)}\n`), await content(endpoint, name));
}

/** The content of a file that was asked for; nothing outside of the endpoint's folder. */
export function content(endpoint, name) {
    if (name.split("/").includes("..")) throw new Error(`'${name}' was asked for`);
    return Deno.readFile(`/www/${endpoint}/${name}`);
}

/** The name in a request. */
export function requested(message) {
    const [, name] = /^GET (.+)$/.exec(text(message).trim()) ?? [];
    if (!name) throw new Error("a request came that is no GET");
    return name;
}

/** The files that one side fetches; each is stored once, and only if it was asked for. */
export class Downloads {
    #folder;
    #missing;

    constructor(endpoint, names) {
        this.#folder = `/downloads/${endpoint}`;
        this.#missing = new Set(names.map(last));
        Deno.mkdirSync(this.#folder, { recursive: true });
    }

    get complete() {
        return this.#missing.size === 0;
    }

    async store(name, file) {
        if (!this.#missing.has(last(name))) throw new Error(`'${name}' came, which is not missing`);
        await Deno.writeFile(`${this.#folder}/${last(name)}`, file);
        this.#missing.delete(last(name));
    }

    /** Stores what a PUSH holds. */
    async storePush(message) {
        const end = message.indexOf(0x0a);
        const [, name] = /^PUSH (.+)$/.exec(text(message.subarray(0, Math.max(end, 0))).trim()) ?? [];
        if (!name) throw new Error("something came that is no PUSH");
        await this.store(name, message.subarray(end + 1));
    }
}

function concat(first, second) {
    const both = new Uint8Array(first.length + second.length);
    both.set(first);
    both.set(second, first.length);
    return both;
}
