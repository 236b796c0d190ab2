"use strict";
(() => {
  const root = document.documentElement, tools = document.querySelector(".tools");
  tools.hidden = false;
  document.getElementById("theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
  const source = document.getElementById("data");
  if (!source) return;
  const { names, values } = JSON.parse(source.textContent);
  const value = (a, b) => (a === b ? 1000 : values[Math.max(a, b)][Math.min(a, b)]) / 1000;
  const out = document.querySelector(".out");
  out.hidden = false;
  for (const map of document.querySelectorAll(".map")) {
    const places = map.dataset.places.split(" ").map(Number), cell = Number(map.dataset.cell), count = places.length;
    const group = map.querySelector(".cells");
    if (!count) continue;
    for (const title of group.querySelectorAll("title")) title.remove();
    const cursor = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    cursor.setAttribute("class", "cursor");
    for (const side of ["width", "height"]) cursor.setAttribute(side, Math.max(cell, 4));
    let row = 0, column = Math.min(1, count - 1), held = false;
    const show = () => {
      if (!cursor.parentNode) group.append(cursor);
      cursor.setAttribute("x", column * cell);
      cursor.setAttribute("y", row * cell);
      const a = places[row], b = places[column], figure = document.createElement("b");
      figure.textContent = value(a, b).toFixed(2);
      out.replaceChildren(figure, `${row + 1} ${names[a]}  ×  ${column + 1} ${names[b]}`);
    };
    map.addEventListener("pointermove", event => {
      const box = group.getScreenCTM().inverse(), point = new DOMPoint(event.clientX, event.clientY).matrixTransform(box);
      const r = Math.floor(point.y / cell), c = Math.floor(point.x / cell);
      if (r < 0 || c < 0 || r >= count || c >= count || (r === row && c === column && held)) return;
      [row, column, held] = [r, c, true];
      show();
    });
    map.addEventListener("focus", show);
    map.addEventListener("keydown", event => {
      const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0],
        PageDown: [10, 0], Home: [0, -count], End: [0, count] }[event.key];
      if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      row = Math.min(count - 1, Math.max(0, row + step[0]));
      column = Math.min(count - 1, Math.max(0, column + step[1]));
      show();
      cursor.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
  }
})();
