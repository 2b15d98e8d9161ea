import { useBeforeUnload } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { FormReply } from "#app/access/form-reply.ts";
import { useLanguage } from "#app/i18n/provider.tsx";

/** How long the writer pauses before what was written is saved, and how long until a failed save is tried again. */
const PAUSE_MS = 2_000;
const RETRY_MS = 10_000;

/** What an autosave is answered with: the version kept, what somebody else kept meanwhile, or why it is not taken. */
type Answer<Newer> =
  | { readonly kind: "saved"; readonly version: number; readonly savedAt: string }
  | { readonly kind: "changed"; readonly newer: Newer }
  | { readonly kind: "refused"; readonly words: string };

/** Before there is an answer, or where the one there is comes from no save: signed out, or the paper is gone. */
type Unanswered = "waiting" | "offline" | "signedOut" | "gone";
type Autosaved<Newer> = Answer<Newer> | { readonly kind: Unanswered };

/** How the answers about one kind of paper are read. */
interface Readers<Newer> {
  /** Of the address that saves; throws at what is none. */
  readonly answer: (json: unknown) => Answer<Newer>;
  /** What came with a form's refusal because of a newer version; null for any other. */
  readonly newer: (reply: unknown) => Newer | null;
}

/** Saves one form, one save at a time. */
interface Pen {
  /** Something was written: it is saved after a pause. */
  changed(form: HTMLFormElement): void;
  /** Saves now what was written since; nothing while another's text waits for a decision. */
  save(form: HTMLFormElement): void;
  /** Saves what stands in the form, over another tab's text too: the writer has seen it and asks for it. */
  saveOver(form: HTMLFormElement): void;
  /**
   * Before the form is submitted: null if nothing waits to be saved, else whether it was. So a lost connection is met
   * here, where it costs nothing, and the form does not conflict with a save of itself.
   */
  settle(form: HTMLFormElement): Promise<boolean> | null;
  /** The form was refused: what stands in it is not saved, and saving may go on unless another tab was first. */
  refused(overtaken: boolean): void;
  /** Whether leaving the page would lose something. */
  unsaved(): boolean;
  /** Puts the pen down: nothing is saved by itself any more. */
  rest(): void;
}

function penFor<Newer>(
  url: string,
  read: Readers<Newer>["answer"],
  tell: (state: Autosaved<Newer>) => void,
): Pen {
  let dirty = false;
  let undecided = false;
  let posted = false;
  let running: Promise<void> | null = null;
  let timer: number | undefined;
  const rest = () => window.clearTimeout(timer);
  const later = (form: HTMLFormElement, wait: number) => {
    rest();
    timer = window.setTimeout(() => save(form), wait);
  };
  const answered = (form: HTMLFormElement, answer: Autosaved<Newer>) => {
    running = null;
    tell(answer);
    if (answer.kind === "saved") {
      save(form);
      return;
    }
    dirty = true;
    undecided = answer.kind === "changed";
    if (answer.kind === "offline") later(form, RETRY_MS);
  };
  const save = (form: HTMLFormElement) => {
    rest();
    if (running || !dirty || undecided || posted) return;
    dirty = false;
    running = post(url, read, form).then((answer) => answered(form, answer));
  };
  const saveOver = (form: HTMLFormElement) => {
    dirty = true;
    undecided = false;
    save(form);
  };
  return {
    save,
    saveOver,
    rest,
    changed: (form) => {
      dirty = true;
      later(form, PAUSE_MS);
    },
    settle: (form) => {
      if (dirty) saveOver(form);
      if (running) return running.then(() => !dirty);
      posted = true;
      return null;
    },
    refused: (overtaken) => {
      dirty = true;
      posted = false;
      undecided = overtaken;
    },
    unsaved: () => dirty || running !== null,
  };
}

async function post<Newer>(
  url: string,
  read: Readers<Newer>["answer"],
  form: HTMLFormElement,
): Promise<Autosaved<Newer>> {
  try {
    const answer = await fetch(url, { method: "POST", body: new FormData(form) });
    if (answer.redirected) return { kind: "signedOut" };
    if (answer.status === 404) return { kind: "gone" };
    return read(await answer.json());
  } catch {
    return { kind: "offline" };
  }
}

/**
 * Saves a paper while it is written. It asks the server itself rather than through the router: a lost connection must
 * leave the page, and what was typed, as it is.
 *
 * @param opened the version the page was opened upon
 * @param reply what the form was answered, which may be that somebody else was first
 * @param readers the same object at every call
 */
export function useAutosave<Newer extends { readonly version: number }>(
  url: string,
  opened: number,
  reply: FormReply | undefined,
  readers: Readers<Newer>,
) {
  const [state, setState] = useState(() => afterReply(readers.newer(reply)));
  const [version, setVersion] = useState(() => readers.newer(reply)?.version ?? opened);
  const [pen] = useState(() => {
    const tell = (answer: Autosaved<Newer>) => {
      setState(answer);
      if (answer.kind === "saved") setVersion(answer.version);
      if (answer.kind === "changed") setVersion(answer.newer.version);
    };
    // At once, for the form may be posted again in the same breath.
    return penFor<Newer>(url, readers.answer, (answer) => flushSync(() => tell(answer)));
  });
  useEffect(() => {
    if (!reply) return;
    const newer = readers.newer(reply);
    pen.refused(newer !== null);
    setState(afterReply(newer));
    if (newer) setVersion(newer.version);
  }, [pen, reply, readers]);
  useEffect(() => pen.rest, [pen]);
  useBeforeUnload(useCallback((event) => pen.unsaved() && event.preventDefault(), [pen]));
  /** What somebody else, or another tab, saved meanwhile; saving stops until the writer decides. */
  const newer = state.kind === "changed" ? state.newer : null;
  /** The form was filled with what had been kept of another version: the one it goes on from, or the newer it meets. */
  const goOnFrom = (kept: number, met: Newer | null) => {
    setVersion(kept);
    if (!met) return;
    pen.refused(true);
    setState({ kind: "changed", newer: met });
  };
  return { pen, state, version, newer, goOnFrom };
}

const afterReply = <Newer,>(newer: Newer | null): Autosaved<Newer> =>
  newer ? { kind: "changed", newer } : { kind: "waiting" };

interface Props {
  readonly state: Autosaved<unknown>;
  /** What is said where somebody else was first. */
  readonly changed: string;
  /** ISO 8601 instant of the last save before the page was opened; null where there was none. */
  readonly savedAt: string | null;
  /** What is said where the server cannot be reached. */
  readonly offline: string;
}

/** Whether what stands on the page is saved, in a line. */
export function AutosaveNote({ state, savedAt, changed, offline }: Props) {
  const { t, format } = useLanguage();
  const words = (): string => {
    if (state.kind === "offline") return offline;
    if (state.kind === "changed") return changed;
    if (state.kind === "refused") return state.words;
    if (state.kind === "signedOut") return t("selection.sheet.signedOut");
    if (state.kind === "gone") return t("refusal.notFound");
    const last = state.kind === "saved" ? state.savedAt : savedAt;
    return last ? t("selection.sheet.savedAt", { at: format.dateTime(last) }) : t("selection.sheet.notSaved");
  };
  const trouble = !["saved", "changed", "waiting"].includes(state.kind);
  return (
    <p role="status" className={trouble ? "text-sm text-bad" : "text-sm text-muted"}>
      {words()}
    </p>
  );
}
