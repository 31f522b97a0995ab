// Streams a file into node's tap-parser, diagnostics parsed, and prints the counts.
import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [folder, file] = process.argv.slice(2)
const require = createRequire(pathToFileURL(folder + '/'))
const { Parser } = require('tap-parser')
const parser = new Parser()
parser.on('complete', results => console.log(`${results.count} points, ${results.ok ? 'ok' : 'not ok'}`))
createReadStream(file).pipe(parser)
