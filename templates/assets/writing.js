// Saves a draft while one types, and shows beside it how readers will see it. What is typed goes to this site alone and
// stays in its fields whatever happens; nothing is kept in the browser. Without it, the buttons do the same.
"use strict";
{
  const PAUSE_MILLISECONDS = 2000;
  const LONGEST_MILLISECONDS = 15000;
  const AGAIN_MILLISECONDS = 20000;
  const form = document.getElementById("draft");
  const status = document.getElementById("live-status");
  const live = document.getElementById("live");
  let waiting = 0;
  let since = 0;
  let isChanged = false;
  let isClosed = false;
  let saving = null;

  const wait = (milliseconds) => {
    clearTimeout(waiting);
    waiting = setTimeout(save, milliseconds);
  };

  const take = (page, id) => {
    const [here, there] = [document.getElementById(id), page.getElementById(id)];
    if (here && there && !here.contains(document.activeElement)) here.replaceChildren(...there.childNodes);
  };

  const show = async (reply) => {
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const said = page.getElementById("live-status");
    if (!said) {
      const isOut = reply.status === 403;
      status.textContent = isOut ? status.dataset.signedOut : status.dataset.failed;
      isClosed = isOut;
      return false;
    }
    if (said.dataset.version) form.elements.version.value = said.dataset.version;
    // Refused for good: another version, another holder. The text stays here, and the button shows both.
    isClosed = reply.status === 404 || reply.status === 409;
    if (reply.ok) for (const id of ["live-answer", "reading"]) take(page, id);
    live.hidden = false;
    status.replaceChildren(...said.childNodes);
    return reply.ok || reply.status === 422;
  };

  const send = async (isLast) => {
    const body = new URLSearchParams(new FormData(form));
    isChanged = false;
    since = 0;
    const how = { method: "POST", body, credentials: "same-origin", cache: "no-store", redirect: "error", keepalive: isLast };
    try {
      if (await show(await fetch(status.dataset.to, how))) return;
    } catch {
      status.textContent = status.dataset.failed;
    }
    isChanged = true;
    if (!isClosed) wait(AGAIN_MILLISECONDS);
  };

  async function save(isLast = false) {
    clearTimeout(waiting);
    if (!isChanged || isClosed || saving) return;
    saving = send(isLast === true);
    await saving;
    saving = null;
    // What was typed while it went.
    if (since) wait(PAUSE_MILLISECONDS);
  }

  form.addEventListener("input", () => {
    const now = Date.now();
    since ||= now;
    isChanged = true;
    wait(Math.max(0, Math.min(PAUSE_MILLISECONDS, since + LONGEST_MILLISECONDS - now)));
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save(true);
  });
  addEventListener("pagehide", () => save(true));
  addEventListener("pageshow", (event) => {
    if (event.persisted) isClosed = false;
  });
  // A button sends the newest version: it waits for a save that is under way.
  form.addEventListener("submit", async (event) => {
    clearTimeout(waiting);
    if (!saving) {
      isClosed = true;
      return;
    }
    event.preventDefault();
    await saving;
    isClosed = true;
    clearTimeout(waiting);
    form.requestSubmit(event.submitter);
  });
  // A text block goes where the cursor is: the mark says where.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=insert]");
    const answer = form.elements.answer;
    if (!button || button.value === "skeleton" || answer.value.includes("[+]")) return;
    if (answer.selectionStart) answer.setRangeText("[+]", answer.selectionStart, answer.selectionEnd, "end");
  });
}
