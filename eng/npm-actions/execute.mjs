// Runs the steps of a composite action as a runner does: GitHub's own evaluator for expressions, real bash for scripts, files for outputs, and the log read for commands.
//
//   node execute.mjs < job.json
//
// Takes { action, workspace, temp, inputs, github, runner, environment, actions }: folders; contexts; variables; and, by name, what stands for other actions:
// { outputs, fail, take }, where `take` is a folder that the input `path` is copied to.
// Writes { conclusion, exit, outputs, summary, environment, steps: [{ name, id, outcome, conclusion, exit, log, commands }] }.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import { truthy } from "@actions/expressions/result";
import { parse } from "yaml";

const job = JSON.parse(readFileSync(0, "utf8"));
const action = parse(readFileSync(join(job.action, "action.yml"), "utf8"));
const contextNames = ["github", "inputs", "steps", "runner", "env"];
const steps = {};
const results = [];
const environment = { ...job.environment };
const path = [];
let inputs = {};
let status = "success";
let exit = 0;
let summary = "";

inputs = Object.fromEntries(Object.entries(action.inputs ?? {}).map(([name, input]) => [name, job.inputs[name] ?? text(String(input.default ?? ""))]));
for (const name of Object.keys(job.inputs)) if (!(name in inputs)) throw new Error(`there is no input '${name}'`);

action.runs.steps.forEach((step, number) => {
  const result = { name: step.name, id: step.id, outcome: "skipped", conclusion: "skipped", exit: 0, log: "", commands: [] };
  results.push(result);
  if (wanted(step.if)) {
    const outputs = step.uses ? call(step, result) : script(step, result, number);
    result.outcome = result.exit === 0 ? "success" : "failure";
    result.conclusion = step["continue-on-error"] ? "success" : result.outcome;
    if (result.conclusion === "failure") {
      status = "failure";
      exit = result.exit;
    }

    if (step.id) steps[step.id] = { outputs, outcome: result.outcome, conclusion: result.conclusion };
  }

  if (step.id && !steps[step.id]) steps[step.id] = { outputs: {}, outcome: "skipped", conclusion: "skipped" };
});

const outputs = Object.fromEntries(Object.entries(action.outputs ?? {}).map(([name, output]) => [name, text(output.value)]));
process.stdout.write(JSON.stringify({ conclusion: status, exit, outputs, summary, environment, steps: results }));

function script(step, result, number) {
  if (step.shell !== "bash") throw new Error(`the shell of '${step.name}' is not bash`);
  const file = name => join(job.temp, `${name}-${number}`);
  const files = { GITHUB_OUTPUT: file("output"), GITHUB_ENV: file("env"), GITHUB_PATH: file("path"), GITHUB_STEP_SUMMARY: file("summary"), GITHUB_STATE: file("state") };
  Object.values(files).forEach(name => writeFileSync(name, ""));
  const program = file("script") + ".sh";
  writeFileSync(program, text(step.run));
  const variables = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, text(String(value))]));
  const ran = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", program], {
    cwd: join(job.workspace, text(step["working-directory"] ?? ".")),
    env: { ...environment, PATH: [...path, environment.PATH].join(":"), GITHUB_ACTION_PATH: job.action, GITHUB_WORKSPACE: job.workspace, RUNNER_TEMP: job.temp, ...files, ...variables },
    encoding: "utf8",
    timeout: 600_000,
    maxBuffer: 1 << 28,
  });
  if (ran.error) throw ran.error;
  result.exit = ran.status ?? 137;
  result.log = ran.stdout + ran.stderr;
  result.commands = commands(result.log);
  Object.assign(environment, pairs(files.GITHUB_ENV));
  path.unshift(...readFileSync(files.GITHUB_PATH, "utf8").split("\n").filter(line => line).reverse());
  const written = readFileSync(files.GITHUB_STEP_SUMMARY, "utf8");
  if (Buffer.byteLength(written) <= 1 << 20) summary += written;
  return pairs(files.GITHUB_OUTPUT);
}

function call(step, result) {
  const name = step.uses.split("@")[0];
  const stand = job.actions[name];
  if (!stand) throw new Error(`nothing stands for ${name}`);
  const given = Object.fromEntries(Object.entries(step.with ?? {}).map(([key, value]) => [key, text(String(value))]));
  result.log = `with ${Object.keys(given).join(", ")}`;
  if (stand.take) {
    mkdirSync(stand.take, { recursive: true });
    if (existsSync(given.path)) cpSync(given.path, stand.take, { recursive: true });
  }

  result.exit = stand.fail ? 1 : 0;
  return stand.outputs ?? {};
}

// name=value, or name<<WORD, lines, WORD.
function pairs(file) {
  const found = {};
  const lines = readFileSync(file, "utf8").split("\n");
  for (let at = 0; at < lines.length; at++) {
    const [equals, heredoc] = [lines[at].indexOf("="), lines[at].indexOf("<<")];
    if (heredoc > 0 && (equals < 0 || heredoc < equals)) {
      const [name, word] = [lines[at].slice(0, heredoc), lines[at].slice(heredoc + 2)];
      const end = lines.indexOf(word, at + 1);
      if (end < 0) throw new Error(`the value of '${name}' does not end`);
      found[name] = lines.slice(at + 1, end).join("\n");
      at = end;
    } else if (equals > 0) {
      found[lines[at].slice(0, equals)] = lines[at].slice(equals + 1);
    } else if (lines[at]) {
      throw new Error(`not a value: ${lines[at]}`);
    }
  }

  return found;
}

// What a runner obeys. A line may start with spaces; nothing is obeyed between stop-commands and its word.
function commands(log) {
  const found = [];
  let word = null;
  for (const line of log.split(/\r?\n/)) {
    const match = /^\s*::([^\s:,]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? /##\[([^\] ]+)([^\]]*)\](.*)$/.exec(line);
    if (!match) continue;
    const [, command, properties, message] = match;
    if (word !== null) {
      if (command === word) word = null;
    } else if (command === "stop-commands") {
      word = message;
    } else {
      found.push({ command, properties: properties ?? "", message });
    }
  }

  if (word !== null) found.push({ command: "never-resumed", properties: "", message: word });
  return found;
}

function wanted(condition) {
  if (condition === undefined) return status === "success";
  const expression = String(condition).replace(/^\s*\$\{\{(.*)\}\}\s*$/s, "$1");
  const asks = /\b(always|success|failure|cancelled)\s*\(/.test(expression);
  return truthy(evaluate(asks ? expression : `success() && (${expression})`));
}

function text(template) {
  return template.replace(/\$\{\{(.*?)\}\}/gs, (_, expression) => evaluate(expression).coerceString());
}

function evaluate(expression) {
  const contexts = { github: { ...job.github, action_path: job.action, workspace: job.workspace }, inputs, steps, runner: job.runner, env: environment };
  const values = JSON.parse(JSON.stringify(contexts), data.reviver);
  const truth = value => new data.BooleanData(value);
  const functions = [
    { name: "always", minArgs: 0, maxArgs: 0, call: () => truth(true) },
    { name: "success", minArgs: 0, maxArgs: 0, call: () => truth(status === "success") },
    { name: "failure", minArgs: 0, maxArgs: 0, call: () => truth(status === "failure") },
    { name: "cancelled", minArgs: 0, maxArgs: 0, call: () => truth(false) },
    { name: "hashFiles", minArgs: 1, maxArgs: 255, call: (...patterns) => new data.StringData(createHash("sha256").update(patterns.map(one => one.coerceString()).join("\n")).digest("hex")) },
  ];
  const tree = new Parser(new Lexer(expression).lex().tokens, contextNames, functions).parse();
  return new Evaluator(tree, values, new Map(functions.map(one => [one.name.toLowerCase(), one]))).evaluate();
}
