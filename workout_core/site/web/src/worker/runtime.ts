/** Python in the worker: loads it, and returns the one function of it that is asked. */
import type { Lockfile, loadPyodide as LoadPyodide } from "pyodide";

import { unpacked } from "./packed";

declare const __PYTHON__: string;
declare const __RUNTIME__: Lockfile["info"];

/** Answers a question with JSON; both are what `workout_core.editor.answering.answer` takes and gives. */
export type Answer = (question: string, asked: string) => string;

/** The folder of Python; scripts are one folder below the page. */
const HOME = new URL(`../${__PYTHON__}/`, self.location.href).href;

/** Imports what every page asks first, too, so that the first answer does not wait for it. */
const BOOT = `
from workout_core.editor.answering import answer
answer("analyse", '{"text": "easy 30min @ Z2 HR", "name": "", "picture": true}')
answer
`;

/** Load Python and the toolkit; `tell` hears which share of the work is done. */
export async function loadToolkit(tell: (share: number) => void): Promise<Answer> {
  const python = fetched("python.bin");
  // Not bundled: what it loads itself must be of the same version, and lies beside it.
  const { loadPyodide } = (await import(/* @vite-ignore */ `${HOME}pyodide.mjs`)) as {
    loadPyodide: typeof LoadPyodide;
  };
  const pyodide = await loadPyodide({
    indexURL: HOME,
    // The packages that Pyodide offers itself are not used.
    lockFileContents: { info: __RUNTIME__, packages: {} },
    packageBaseUrl: HOME,
    env: { HOME: "/home", PYTHONHASHSEED: "0", PYTHONPATH: "/lib/python3.14" },
    // The standard library is among the files, compiled; an archive of it is asked for all the same.
    stdLibURL: `${HOME}empty.zip`,
    fsInit: async (files) => {
      for (const { path, data } of unpacked(await python)) {
        files.mkdirTree(`/${path.slice(0, path.lastIndexOf("/"))}`);
        files.writeFile(`/${path}`, data);
      }
      tell(0.6);
    },
  });
  tell(0.8);
  return pyodide.runPython(BOOT) as Answer;
}

async function fetched(name: string): Promise<ArrayBuffer> {
  const response = await fetch(`${HOME}${name}`);
  if (!response.ok || response.body === null) {
    throw new Error(`${name}: the server answered ${String(response.status)}`);
  }
  return new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
