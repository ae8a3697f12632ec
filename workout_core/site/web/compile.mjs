/** node compile.mjs PACKING IN OUT: have the Python of the browser compile what is packed in IN. */
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [packing, from, to] = process.argv.slice(2);
const pyodide = await loadPyodide({ env: { PYTHONHASHSEED: "0" } });
pyodide.FS.writeFile("/packing.py", readFileSync(packing));
pyodide.FS.writeFile("/in", readFileSync(from));
pyodide.runPython(`
import sys
sys.path.insert(0, "/")
from packing import compiled, pack, unpack
with open("/in", "rb") as packed, open("/out", "wb") as out:
    out.write(pack(compiled(unpack(packed.read()))))
`);
writeFileSync(to, pyodide.FS.readFile("/out"));
