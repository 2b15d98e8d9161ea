/**
 * Has whoever asks get what is read after they asked, never what a reading under way had seen before: readings come one after
 * the other, and of those who ask before one begins it is for all.
 */
export function readAfresh<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  let waiting: Promise<T> | null = null;
  async function readAfter(before: Promise<unknown>): Promise<T> {
    await before;
    waiting = null;
    const reading = read();
    running = reading.catch(() => undefined);
    return reading;
  }
  return () => {
    waiting ??= readAfter(running);
    return waiting;
  };
}
