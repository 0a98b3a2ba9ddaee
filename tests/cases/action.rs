//! The GitHub Action: its steps, run by bash in a repository, with a `gh` that notes its arguments.

use super::program::Program;
use serde_json::Value;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tests::{cases::workspace, scratch::write};

const OLD: &str = "\
openapi: 3.0.3
info: { title: Library, version: \"1\" }
paths: { /books: { get: { operationId: Books_Count, responses: { 204: { description: Done. } } } } }
";

/// A repository with a description and its crate, and the tools of a runner.
struct Runner {
    program: Program,
    folder: PathBuf,
    tools: PathBuf,
}

impl Runner {
    fn new(name: &str) -> Self {
        let program = Program::start();
        let folder = PathBuf::from(program.outside(name)).join("repository");
        let tools = folder.parent().expect("it is in a folder").join("tools");
        let runner = Self { program, folder, tools };
        write(&runner.folder.join("library.yaml"), OLD);
        write(
            &runner.tools.join("gh"),
            "#!/bin/sh\necho \"$@\" > \"$RUNNER_TEMP/arguments\"\ncp \"$5\" \"$RUNNER_TEMP/comment\"\n",
        );
        runner.bash("chmod +x ../tools/gh", &[]);
        runner.generate();
        runner.bash("git init --quiet && git config user.name A && git config user.email a@example.com && git add . && git commit --quiet -m First", &[]);
        runner
    }

    fn generate(&self) {
        let arguments = ["generate", "--spec", "library.yaml", "--out", "library"];
        assert_eq!(self.program.run_in(&self.folder, &arguments).code, 0);
    }

    /// Runs the step of this name with the defaults of the action, apart from `inputs`.
    fn step(&self, name: &str, inputs: &[(&str, &str)]) -> Output {
        let path = workspace().join(".github/actions/description/action.yml");
        let action = fs::read_to_string(path).expect("there is the action");
        let action: Value = serde_yaml::from_str(&action).expect("it is YAML");
        let steps = action["runs"]["steps"].as_array().expect("it has steps");
        let step = steps.iter().find(|step| step["name"] == name).expect("there is the step");
        assert_eq!(step["shell"], "bash");
        let variables = step["env"].as_object().expect("it has variables");
        let variables: Vec<(&str, &str)> = variables
            .iter()
            .map(|(variable, value)| {
                let value = value.as_str().expect("a text");
                let input = value.strip_prefix("${{ inputs.").and_then(|it| it.strip_suffix(" }}"));
                let input = input.unwrap_or_else(|| panic!("{value} is not an input"));
                assert!(action["inputs"].get(input).is_some(), "there is no input {input}");
                let given = inputs.iter().find(|(name, _)| *name == input);
                (variable.as_str(), given.map_or("", |(_, value)| value))
            })
            .collect();
        self.bash(step["run"].as_str().expect("it runs something"), &variables)
    }

    fn bash(&self, script: &str, variables: &[(&str, &str)]) -> Output {
        let path = env::join_paths(
            [self.tools.clone(), self.program.folder()]
                .into_iter()
                .chain(env::split_paths(&env::var_os("PATH").expect("there is a PATH"))),
        );
        let mut command = Command::new("bash");
        // As GitHub runs a step.
        command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]);
        command
            .current_dir(&self.folder)
            .env("PATH", path.expect("paths"))
            .env("RUNNER_TEMP", &self.tools);
        command.envs(variables.iter().copied());
        command.output().expect("bash can be run")
    }

    fn change(&self, new: &str) {
        write(&self.folder.join("library.yaml"), new);
    }
}

const INPUTS: [(&str, &str); 6] = [
    ("spec", "library.yaml"),
    ("out", "library"),
    ("base", "HEAD"),
    ("pull-request", "7"),
    ("major-label", "major"),
    ("labels", "[\"docs\"]"),
];

#[test]
fn a_stale_crate_fails_and_a_current_one_passes() {
    let runner = Runner::new("action-stale");
    let matches = || runner.step("The crate matches the description", &INPUTS);
    assert!(matches().status.success(), "{:?}", matches());
    runner.change(&OLD.replace("Books_Count", "Books_Sum"));
    let output = matches();
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("+    pub fn sum("), "{output:?}");
}

#[test]
fn changes_become_a_comment_and_a_major_one_needs_the_label() {
    let runner = Runner::new("action-major");
    runner.change(&OLD.replace("Books_Count", "Books_Sum"));
    let output = runner.step("Changes for users of the crate", &INPUTS);
    assert!(output.status.success(), "{output:?}");
    let read = |name: &str| fs::read_to_string(runner.tools.join(name)).expect("gh wrote it");
    assert!(read("arguments").starts_with("pr comment 7 --body-file "), "{}", read("arguments"));
    assert!(read("comment").starts_with("### API changes: major "), "{}", read("comment"));

    let label = |labels| {
        let inputs =
            INPUTS.map(|(name, value)| (name, if name == "labels" { labels } else { value }));
        runner.step("A major change needs its label", &inputs)
    };
    let refused = label("[\"docs\"]");
    assert!(!refused.status.success());
    let told = String::from_utf8_lossy(&refused.stdout).into_owned();
    assert_eq!(told, "::error::a major change needs the label major\n");
    assert!(label("[\"docs\", \"major\"]").status.success());
    runner.change(OLD);
    assert!(label("[]").status.success(), "nothing has changed");
}

/// The step that installs the generator is not run: it would build it in release mode.
#[test]
fn the_action_installs_the_package_of_the_generator() {
    let action = workspace().join(".github/actions/description");
    assert!(action.join("../../../generator/Cargo.toml").is_file());
    let text =
        fs::read_to_string(Path::new(&action).join("action.yml")).expect("there is the action");
    assert!(text.contains("--path \"$GITHUB_ACTION_PATH/../../../generator\""));
}

#[test]
fn the_workflow_in_the_guide_has_inputs_of_the_action() {
    let read = |path| fs::read_to_string(workspace().join(path)).expect("there is the file");
    let yaml = |text: &str| serde_yaml::from_str::<Value>(text).expect("it is YAML");
    let action = yaml(&read(".github/actions/description/action.yml"));
    let page = read("generator/guide/changes.md");
    let (_, workflow) = page.split_once("```yaml\n").expect("there is the workflow");
    let workflow = yaml(workflow.split("```").next().unwrap_or_default());
    let steps = workflow["jobs"]["description"]["steps"].as_array().expect("it has steps");
    let given = steps.last().and_then(|step| step["with"].as_object()).expect("it has inputs");
    let inputs = action["inputs"].as_object().expect("it has inputs");
    assert!(given.keys().all(|name| inputs.contains_key(name)), "{given:?}");
    let required = inputs.iter().filter(|(_, input)| input["required"] == true);
    assert!(required.into_iter().all(|(name, _)| given.contains_key(name)), "{given:?}");
}
