// Reads an answer aloud. Only voices with localService === true: a remote one would send the
// text to whoever makes the browser. Without script, or without a fitting voice, the button is not there.
"use strict";
{
  const box = document.querySelector("[data-read-aloud]");
  const speech = self.speechSynthesis;
  if (box && speech) {
    const [play, stop] = box.querySelectorAll("button");
    const own = box.dataset.readAloud;
    // Someone who reads bokmål can read nynorsk aloud; not the other way round in most voices.
    const fitting = { nb: ["nb", "no"], nn: ["nn", "no", "nb"] }[own] || [own];
    let voice;
    const look = () => {
      const local = speech.getVoices().filter((other) => other.localService === true);
      const speaks = (tag) => local.find((other) => other.lang.toLowerCase().split(/[-_]/)[0] === tag);
      voice = fitting.map(speaks).find(Boolean);
      box.hidden = !voice;
    };
    const show = (state) => {
      play.textContent = play.dataset[state];
      stop.hidden = state === "play";
    };
    const begin = () => {
      const parts = [...document.querySelectorAll("[data-aloud]")];
      const lines = parts.flatMap((part) => part.innerText.split(/\n+/)).filter((line) => line.trim());
      lines.forEach((line, place) => {
        const words = new SpeechSynthesisUtterance(line);
        words.voice = voice;
        words.lang = voice.lang;
        if (place === lines.length - 1) words.onend = () => show("play");
        speech.speak(words);
      });
      show("pause");
    };
    const end = () => {
      speech.cancel();
      show("play");
    };
    play.addEventListener("click", () => {
      if (!speech.speaking) begin();
      else if (speech.paused) speech.resume(), show("pause");
      else speech.pause(), show("resume");
    });
    stop.addEventListener("click", end);
    // Whoever leaves the page must not be heard reading it.
    addEventListener("pagehide", end);
    speech.addEventListener("voiceschanged", look);
    look();
  }
}
