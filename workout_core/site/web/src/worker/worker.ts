/** The web worker: loads the toolkit once, and answers one question after the other. */
import type { Question, Told } from "./messages";
import { loadToolkit } from "./runtime";

function tell(told: Told): void {
  self.postMessage(told);
}

const toolkit = loadToolkit((share) => {
  tell({ kind: "loading", share });
});
toolkit.then(
  () => {
    tell({ kind: "ready" });
  },
  (error: unknown) => {
    tell({ kind: "broken", message: String(error) });
  },
);

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const { number, question, asked } = data;
  toolkit
    .then((answer) => {
      tell({ kind: "answer", number, answer: answer(question, asked) });
    })
    .catch((error: unknown) => {
      tell({ kind: "failed", number, message: String(error) });
    });
});
