//! How much of a description a problem stops.

use super::Diagnostics;
use indexmap::IndexSet;

/// The part of a description that becomes no code because of a problem.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// All of it.
    #[default]
    Description,
    /// An operation, such as `GET /books`.
    Operation(String),
    /// A value, which stays JSON. Nothing is lost.
    Value,
    /// The credentials of requests. Users can authorize them with a policy of their own.
    Authorization,
}

/// The scopes of a problem that was found at least once.
#[derive(Clone, Debug, Default)]
pub(super) struct Scopes {
    description: bool,
    authorization: bool,
    pub operations: IndexSet<String>,
}

/// A part of a description that has no code of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// What became of the part, as a sentence without its full stop.
    pub result: String,
    /// The JSON pointer of the problem in the file as it is written.
    pub pointer: String,
    pub reason: String,
}

impl Scopes {
    pub fn add(&mut self, scope: Scope) {
        match scope {
            Scope::Description => self.description = true,
            Scope::Operation(operation) => drop(self.operations.insert(operation)),
            Scope::Authorization => self.authorization = true,
            Scope::Value => {}
        }
    }

    /// The word for tools.
    pub fn name(&self) -> &'static str {
        match self {
            Self { description: true, .. } => "description",
            Self { authorization: true, .. } => "authorization",
            _ if self.operations.is_empty() => "value",
            _ => "operations",
        }
    }

    /// What becomes of the parts with the problem, if it does not stop the run.
    pub fn results(&self) -> Vec<String> {
        let left_out = self.operations.iter().map(|it| format!("`{it}` is left out"));
        let others = match (self.authorization, self.operations.is_empty()) {
            (true, _) => Some("requests need a policy of yours that authorizes them"),
            (false, true) => Some("the value stays JSON"),
            (false, false) => None,
        };
        left_out.chain(others.map(str::to_owned)).collect()
    }
}

impl Diagnostics {
    /// Takes out the problems of operations and values. The others stop the run.
    pub fn take_unsupported(&mut self) -> Self {
        let collected = std::mem::take(&mut self.collected);
        let (stopping, others) = collected.into_iter().partition(|(_, it)| it.description);
        self.collected = stopping;
        Self { files: self.files.clone(), collected: others, are_warnings: true }
    }

    /// What `--allow-unsupported` would do about the problems; `None` if some of them stop the
    /// whole description.
    pub fn cure(&self) -> Option<String> {
        if self.is_empty() || self.collected.values().any(|it| it.description) {
            return None;
        }
        Some(format!("pass --allow-unsupported to {}", self.without(["leave out", "keep"])))
    }

    /// What `--allow-unsupported` did.
    pub fn summary(&self) -> String {
        self.without(["left out", "kept"])
    }

    fn without(&self, [leave_out, keep]: [&str; 2]) -> String {
        let operations = self.collected.values().flat_map(|it| &it.operations);
        let operations = operations.collect::<IndexSet<_>>().len();
        let is_value = |it: &&Scopes| it.operations.is_empty() && !it.authorization;
        let values = self.collected.values().filter(is_value).count();
        let count = |count, noun| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
        let is_open = self.collected.values().any(|it| it.authorization);
        let parts = [
            (operations > 0).then(|| format!("{leave_out} {}", count(operations, "operation"))),
            (values > 0).then(|| format!("{keep} {} as JSON", count(values, "value"))),
            is_open.then(|| format!("{keep} the authorization for a policy of yours")),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", and ")
    }

    /// The parts that have no code of their own, each with its reasons.
    pub fn left_out(&self) -> Vec<LeftOut> {
        let parts = self.sorted().into_iter().flat_map(|it| {
            let part = |result| LeftOut {
                result,
                pointer: it.location.pointer.clone(),
                reason: it.message.clone(),
            };
            self.collected[it].results().into_iter().map(part)
        });
        parts.collect()
    }
}
