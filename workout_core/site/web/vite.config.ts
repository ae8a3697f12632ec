import { readFileSync } from "node:fs";

import { defineConfig } from "vitest/config";

// What `workout site build` has put beside the page: the folder of Python, named after what it holds.
const python = process.env["WORKOUT_SITE_PYTHON"] ?? "python";
const runtime = JSON.parse(readFileSync("node_modules/pyodide/pyodide-lock.json", "utf-8")) as { info: object };

export default defineConfig({
  base: "./",
  define: { __PYTHON__: JSON.stringify(python), __RUNTIME__: JSON.stringify(runtime.info) },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: "index.html", "service-worker": "src/service-worker.ts" },
      output: {
        entryFileNames: (chunk) =>
          chunk.name === "service-worker" ? "service-worker.js" : "assets/[name]-[hash].js",
      },
    },
  },
  worker: { format: "es" },
  test: { include: ["test/**/*.test.ts"] },
});
