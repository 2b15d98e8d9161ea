import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { ROOT } from "./cluster-place.mjs";

const message = z.union([
  z.object({ progress: z.unknown() }).strict(),
  z.object({ value: z.unknown() }).strict(),
]);

/** A function that another thread can call: it takes plain values, gives plain values, and tells how far it is. */
interface Apart<Input, Progress> {
  /** Its file from the project's folder, and the name it is exported by. */
  readonly file: string;
  readonly name: string;
  readonly input: Input;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Calls a function in a thread of its own, so that no request waits for its calculation.
 *
 * The caller names the types: what the function takes and gives is cloned between threads, not checked again.
 *
 * @throws what the function throws, or that its thread ended without an answer
 */
export function runApart<Input, Value, Progress = never>({
  file,
  name,
  input,
  onProgress,
}: Apart<Input, Progress>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(ROOT, "app/platform/worker.mjs"), {
      workerData: { root: ROOT, file, name, input },
      execArgv: [],
    });
    worker.on("message", (said: unknown) => {
      const told = message.parse(said);
      if ("value" in told) resolve(told.value as Value);
      else onProgress?.(told.progress as Progress);
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error(`The thread of ${name} ended without an answer.`)));
  });
}
