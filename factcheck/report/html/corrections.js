// Decisions on claims that are picked in the unfolded quotes, as lines for corrections.toml. They
// stay on the page until they are copied: it can write no file.
(() => {
  const tray = document.getElementById("corrections");
  const form = tray.querySelector("form");
  const list = tray.querySelector(".picked");
  const status = tray.querySelector("output");
  const lines = tray.querySelector("textarea");
  const rulings = [...tray.querySelectorAll("[data-ruling]")];
  const picked = new Map(); // by name, in the order of picking

  // What a decision needs, or "" where it has it.
  const missing = (ruling, { by, figure, day, last_day: last }) => {
    if (!by.trim()) return "Write your name: a decision states who made it.";
    if (ruling === "misread" && !figure.trim() && !day) return "Write the right figure or day.";
    if (last && !(day && day <= last)) return "Write the first day, and a last one behind it.";
    return "";
  };

  const string = (words) => JSON.stringify(words).replaceAll("\x7f", "\\u007f");

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, "0")).join("-");
  };

  const decision = (ruling, { by, figure, day, last_day: last, note }) => {
    const right = ruling === "misread"
      ? [figure.trim() && `figure = ${string(figure.trim())}`, day && `day = ${day}`,
        last && `last_day = ${last}`]
      : [];
    return [
      "[[decision]]",
      `ruling = ${string(ruling)}`,
      `claims = [\n${[...picked.keys()].map((name) => `    ${string(name)},\n`).join("")}]`,
      ...right,
      `by = ${string(by.trim())}`,
      `on = ${today()}`,
      note.trim() && `note = ${string(note.trim())}`,
    ].filter(Boolean).join("\n") + "\n";
  };

  const show = (words = "") => {
    tray.hidden = picked.size === 0 && !lines.value;
    list.replaceChildren(...[...picked.values()].map(({ outlet, figure, answer }) =>
      element("li", "", `${outlet}: “${figure}”, read as ${answer}`)));
    for (const button of rulings) {
      const { least, most } = button.dataset;
      button.disabled = picked.size < least || picked.size > (most ?? Infinity);
    }
    for (const button of document.querySelectorAll(".pick")) {
      button.setAttribute("aria-pressed", picked.has(button.dataset.name));
    }
    lines.hidden = tray.querySelector(".copy").hidden = !lines.value;
    status.textContent = words;
  };

  document.addEventListener("click", ({ target }) => {
    if (!target.matches?.(".pick")) return;
    const claim = claimOf(Number(target.dataset.claim));
    if (!picked.delete(claim.name)) picked.set(claim.name, claim);
    show();
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { ruling } = event.submitter.dataset;
    const given = Object.fromEntries(new FormData(form));
    const lacking = missing(ruling, given);
    if (lacking) return show(lacking);
    lines.value += (lines.value && "\n") + decision(ruling, given);
    picked.clear();
    for (const field of ["figure", "day", "last_day", "note"]) form.elements[field].value = "";
    show("Written below: paste it into corrections.toml.");
  });

  tray.querySelector(".copy").addEventListener("click", async () => {
    lines.select();
    try {
      await navigator.clipboard.writeText(lines.value);
      show("Copied.");
    } catch {
      show("The lines are selected: copy them with the keyboard.");
    }
  });

  show();
})();
