//! Prints one line for each step and client, followed by its failures.

use crate::{
    compare::differences,
    deliberate::Deliberate,
    play::{Outcome, Run},
    scenario::Step,
};

#[derive(Default)]
pub struct Report {
    passed: usize,
    failed: usize,
}

impl Report {
    /// Compares the outcome of each step of our run with the scenario.
    pub fn outcomes(&mut self, client: &str, steps: &[Step], run: &Run) {
        for (step, played) in steps.iter().zip(&run.steps) {
            let wrong: Vec<String> = unexpected(step, &played.outcome).into_iter().collect();
            self.line(client, &step.name, &wrong);
        }
    }

    /// Compares the run of a client with ours, step by step.
    pub fn compare(
        &mut self,
        client: &str,
        steps: &[Step],
        (ours, theirs): (&Run, &Run),
        deliberate: &mut Deliberate,
    ) {
        for (step, (our_step, their_step)) in steps.iter().zip(ours.steps.iter().zip(&theirs.steps))
        {
            let found = differences((our_step, &ours.saved), (their_step, &theirs.saved));
            let mut wrong: Vec<String> = found
                .iter()
                .filter(|difference| !deliberate.covers(client, &step.name, difference))
                .map(ToString::to_string)
                .collect();
            wrong.extend(unexpected(step, &our_step.outcome));
            self.line(client, &step.name, &wrong);
        }
        for at in deliberate.unfound(client) {
            let wrong = "an entry of deliberate.yaml that no longer matches a difference";
            self.line(client, &at, &[wrong.to_owned()]);
        }
    }

    /// Prints one line, and one for each failure.
    pub fn line(&mut self, client: &str, what: &str, wrong: &[String]) {
        let verdict = if wrong.is_empty() { "ok  " } else { "FAIL" };
        println!("{verdict}  {client:10}  {what}");
        wrong.iter().for_each(|line| println!("          {line}"));
        *if wrong.is_empty() { &mut self.passed } else { &mut self.failed } += 1;
    }

    /// Prints the last line. Returns `true` if nothing failed.
    pub fn finish(self) -> bool {
        println!("{} passed, {} failed", self.passed, self.failed);
        self.failed == 0 && self.passed > 0
    }
}

fn unexpected(step: &Step, outcome: &Outcome) -> Option<String> {
    match (outcome, step.fails) {
        (Outcome::Value(_), None) => None,
        (Outcome::Error { status, .. }, Some(expected)) if *status == Some(expected) => None,
        (outcome, expected) => {
            Some(format!("our outcome is {outcome:?}; the scenario's status is {expected:?}"))
        }
    }
}
