// Measures docxtemplater and easy-template-x as their own documentation uses them.
// Reads what to do as JSON from standard input, prints seconds and peak memory as JSON.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

function docxtemplater() {
  const PizZip = require("pizzip");
  const Docxtemplater = require("docxtemplater");
  return async (template, data) => {
    const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
    document.render(data);
    return document.toBuffer();
  };
}

function easyTemplateX() {
  const { TemplateHandler } = require("easy-template-x");
  return async (template, data) => new TemplateHandler().process(template, data);
}

const WAYS = { docxtemplater, "easy-template-x": easyTemplateX };

// Linux tells the peak of this program alone; resourceUsage also remembers its parent.
function peak() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync("/proc/self/status", "utf8"))[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

async function main() {
  const job = JSON.parse(fs.readFileSync(0, "utf8"));
  const fill = WAYS[job.way]();
  const copies = [];
  for (let index = 0; index <= job.copies; index += 1) {
    const data = { ...job.data, [job.varies]: job.pattern.replace("{ordinal}", String(job.from + index)) };
    const start = process.hrtime.bigint();
    const content = await fill(fs.readFileSync(job.template), data);
    fs.writeFileSync(path.join(job.folder, `${String(index).padStart(6, "0")}.docx`), content);
    copies.push(Number(process.hrtime.bigint() - start) / 1e9);
  }
  process.stdout.write(JSON.stringify({ first: copies.shift(), copies, peak: peak() }));
}

main();
