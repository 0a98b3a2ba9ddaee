//! A scenario, followed by one client on an emulator.

use crate::scenario::{Call, Saved, Step};
use acs_chat_emulator::{Emulator, LoggedRequest};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A client that makes calls.
#[async_trait::async_trait]
pub trait Driver: Send {
    async fn outcome(&mut self, call: &Call) -> Outcome;
}

/// The result of a call, in the terms of the scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    Value(Value),
    Error {
        status: Option<u16>,
        /// The service's error code, or the client's own message.
        code: Option<String>,
    },
}

impl Outcome {
    /// A failure of the client.
    pub fn failure(words: impl ToString) -> Self {
        Self::Error { status: None, code: Some(words.to_string()) }
    }
}

/// The actions of a client in one step.
#[derive(Clone, Debug)]
pub struct Played {
    pub call: Call,
    pub outcome: Outcome,
    pub requests: Vec<LoggedRequest>,
}

/// The actions of a client in all steps, and the values that it saved.
#[derive(Debug, Default)]
pub struct Run {
    pub steps: Vec<Played>,
    pub saved: Saved,
}

/// Takes the steps in order. The requests that arrive between two steps belong to the first one.
pub async fn play(steps: &[Step], driver: &mut dyn Driver, emulator: &Emulator) -> Run {
    let mut run = Run::default();
    for step in steps {
        step.faults.iter().for_each(|rule| emulator.faults().inject(rule.clone()));
        let before = emulator.requests().len();
        let (call, outcome) = match step.call(&run.saved) {
            Ok(call) => {
                let outcome = driver.outcome(&call).await;
                (call, outcome)
            }
            Err(missing) => (Call::default(), Outcome::failure(missing)),
        };
        if let Outcome::Value(value) = &outcome {
            save(step, value, &mut run.saved);
        }
        emulator.faults().clear();
        let requests = emulator.requests().split_off(before);
        run.steps.push(Played { call, outcome, requests });
    }
    run
}

fn save(step: &Step, value: &Value, saved: &mut Saved) {
    for (name, pointer) in &step.saves {
        if let Some(text) = value.pointer(pointer).and_then(Value::as_str) {
            saved.insert(name.clone(), text.to_owned());
        }
    }
}
