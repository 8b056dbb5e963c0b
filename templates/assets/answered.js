// Shows answers that are there already while one writes: what is written goes to this site alone, in the body of a
// request, and is not kept. Without it, the form works the same.
"use strict";
{
  const PAUSE_MILLISECONDS = 800;
  const NOT_READY = 503;
  const AGAIN_MILLISECONDS = 3000;
  const SHORTEST_TEXT = 15;
  const beside = document.getElementById("answered");
  const status = document.getElementById("answered-status");
  const question = document.getElementById("question");
  let waiting;
  let asking = new AbortController();
  let looked = "";

  const show = (html) => {
    if (beside.contains(document.activeElement)) return;
    beside.innerHTML = html;
    const title = beside.querySelector("h2");
    status.textContent = title ? title.textContent : "";
  };

  const look = async () => {
    const text = question.value.trim();
    if (text === looked) return;
    looked = text;
    asking.abort();
    asking = new AbortController();
    if (text.length < SHORTEST_TEXT) return show("");
    const body = new URLSearchParams({ question: text });
    const how = { method: "POST", body, credentials: "omit", cache: "no-store", signal: asking.signal };
    try {
      const reply = await fetch(beside.dataset.from, how);
      if (reply.ok) return show(await reply.text());
      if (reply.status === NOT_READY) {
        looked = "";
        waiting = setTimeout(look, AGAIN_MILLISECONDS);
      }
    } catch {
      // No network, or newer words: the next pause looks again.
    }
  };

  document.getElementById("look").remove();
  document.getElementById("looks-along").hidden = false;
  question.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE_MILLISECONDS);
  });
}
