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
}

/// The scopes of a problem that was found at least once.
#[derive(Clone, Debug, Default)]
pub(super) struct Scopes {
    description: bool,
    pub operations: IndexSet<String>,
}

/// A part of a description that has no code of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The operation; `None` for a value that stays JSON.
    pub operation: Option<String>,
    /// The JSON pointer of the problem in the file as it is written.
    pub pointer: String,
    pub reason: String,
}

impl Scopes {
    pub fn add(&mut self, scope: Scope) {
        match scope {
            Scope::Description => self.description = true,
            Scope::Operation(operation) => drop(self.operations.insert(operation)),
            Scope::Value => {}
        }
    }

    /// The word for tools.
    pub fn name(&self) -> &'static str {
        match (self.description, self.operations.is_empty()) {
            (true, _) => "description",
            (false, false) => "operations",
            (false, true) => "value",
        }
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
        let values = self.collected.values().filter(|it| it.operations.is_empty()).count();
        let count = |count, noun| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
        let parts = [
            (operations > 0).then(|| format!("{leave_out} {}", count(operations, "operation"))),
            (values > 0).then(|| format!("{keep} {} as JSON", count(values, "value"))),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", and ")
    }

    /// The operations and values that have no code of their own, each with its reasons.
    pub fn left_out(&self) -> Vec<LeftOut> {
        let mut left_out = Vec::new();
        for it in self.sorted() {
            let part = |operation| LeftOut {
                operation,
                pointer: it.location.pointer.clone(),
                reason: it.message.clone(),
            };
            let operations = &self.collected[it].operations;
            left_out.extend(operations.iter().cloned().map(Some).map(part));
            left_out.extend(operations.is_empty().then(|| part(None)));
        }
        left_out
    }
}
