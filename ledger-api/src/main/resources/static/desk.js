// The desk with a script: files dropped anywhere on the page, and progress while they are sent. Without it the form
// works as it is.
(() => {
  "use strict";

  const form = () => document.querySelector("form[data-drop]");

  const say = (text, percent) => {
    const sending = form().querySelector(".sending");
    const bar = sending.querySelector("progress");
    sending.hidden = false;
    sending.querySelector("p").textContent = text;
    bar.hidden = percent === undefined;
    if (percent === null) {
      bar.removeAttribute("value");
    } else if (percent !== undefined) {
      bar.value = percent;
    }
  };

  const list = () => {
    const chosen = form().querySelector(".chosen");
    const files = form().querySelector("input[type=file]").files;
    chosen.replaceChildren(...Array.from(files, (file) => {
      const item = document.createElement("li");
      item.textContent = `${file.name} (${Math.max(1, Math.round(file.size / 1024))} kB)`;
      return item;
    }));
    chosen.hidden = files.length === 0;
  };

  // The answer takes the place of the page's content; the reader is led to the first thing to do.
  const show = (answer) => {
    const main = new DOMParser().parseFromString(answer.responseText, "text/html").querySelector("main");
    if (!main) {
      return failed();
    }
    if (new URL(answer.responseURL).pathname !== location.pathname) {
      return location.assign(answer.responseURL);
    }
    document.querySelector("main").replaceWith(document.adoptNode(main));
    start();
    const next = main.querySelector("[autofocus]") || main.querySelector(".fate h2");
    if (next) {
      if (next.matches("h2")) {
        next.tabIndex = -1;
      }
      next.focus();
    }
  };

  const failed = () => {
    form().querySelectorAll("button").forEach((one) => { one.disabled = false; });
    say(form().dataset.failed);
  };

  const send = (event) => {
    event.preventDefault();
    const words = form().dataset;
    const request = new XMLHttpRequest();
    request.open("POST", form().action);
    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable && sent.loaded < sent.total) {
        const percent = Math.floor((100 * sent.loaded) / sent.total);
        say(words.sending.replace("{0}", percent), percent);
      }
    });
    request.upload.addEventListener("load", () => say(words.working, null));
    request.addEventListener("load", () => show(request));
    request.addEventListener("error", failed);
    request.send(new FormData(form(), event.submitter));
    form().querySelectorAll("button").forEach((one) => { one.disabled = true; });
  };

  const start = () => {
    if (form()) {
      form().querySelectorAll("[data-scripted]").forEach((one) => { one.hidden = false; });
      form().querySelector("input[type=file]").addEventListener("change", list);
      form().addEventListener("submit", send);
    }
  };

  const bringsFiles = (event) => form() && event.dataTransfer && event.dataTransfer.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (bringsFiles(event)) {
      event.preventDefault();
      form().classList.add("over");
    }
  });
  document.addEventListener("dragleave", (event) => {
    if (form() && !event.relatedTarget) {
      form().classList.remove("over");
    }
  });
  document.addEventListener("drop", (event) => {
    if (bringsFiles(event)) {
      event.preventDefault();
      form().classList.remove("over");
      form().querySelector("input[type=file]").files = event.dataTransfer.files;
      list();
      form().querySelector("button").focus();
    }
  });
  start();
})();
