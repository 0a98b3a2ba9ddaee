//! Validation of requests and responses by the descriptions in `spec/`.
//!
//! The emulator and the crate under test must not share a mistake. So the emulator takes nothing
//! from the generator: it reads the same YAML on its own, and validates plain JSON by it.

mod documents;
mod operation;
mod schema;

pub(crate) use operation::{Api, Mismatch, Operation};

use crate::version::ApiVersion;
use axum::http::Method;
use documents::{Documents, Place};
use std::{collections::HashMap, sync::LazyLock};

/// All emulators of a process share the descriptions: reading them takes longer than starting an
/// emulator, and they never change.
pub(crate) static CONTRACT: LazyLock<Contract> = LazyLock::new(Contract::read);

#[derive(Debug)]
pub(crate) struct Contract {
    /// Operations by method and path. One that is limited to versions comes before one that is not.
    operations: HashMap<(Method, String), Vec<Operation>>,
}

impl Contract {
    fn read() -> Self {
        let documents = Documents::read();
        let files = [
            ("beyond.yaml", Api::Identity),
            ("chat.yaml", Api::Chat),
            ("identity.yaml", Api::Identity),
        ];
        let mut operations: HashMap<_, Vec<_>> = HashMap::new();
        for (file, api) in files {
            for (method, path, place) in documents.operations(file) {
                let operation = Operation::read(&documents, &documents.follow(place), api);
                operations.entry((method, without_names(&path))).or_default().push(operation);
            }
        }
        Self { operations }
    }

    /// Finds the operation that a version has under a method and a path template. The names of
    /// parameters in the template do not matter.
    pub fn operation(
        &self,
        method: &Method,
        template: &str,
        version: ApiVersion,
    ) -> Option<&Operation> {
        let operations = self.operations.get(&(method.clone(), without_names(template)))?;
        operations.iter().find(|operation| operation.exists_in(version))
    }

    #[cfg(test)]
    pub fn paths(&self) -> impl Iterator<Item = (&Method, &str)> {
        self.operations.keys().map(|(method, path)| (method, path.as_str()))
    }
}

/// `/chat/threads/{chatThreadId}` becomes `/chat/threads/{}`.
fn without_names(template: &str) -> String {
    let segment = |segment| if str::starts_with(segment, '{') { "{}" } else { segment };
    template.split('/').map(segment).collect::<Vec<_>>().join("/")
}
