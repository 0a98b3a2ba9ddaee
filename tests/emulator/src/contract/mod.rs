//! What the descriptions in `spec/` say about every request and every response.
//!
//! The emulator and the crate under test must not share a mistake, so the emulator takes nothing
//! from the generator: it reads the same YAML with its own eyes and judges plain JSON by it.

mod documents;
mod operation;
mod schema;

pub(crate) use operation::{Api, Mismatch, Operation};

use axum::http::Method;
use documents::{Documents, Place};
use std::{collections::HashMap, sync::LazyLock};

/// Reading the descriptions takes longer than starting an emulator, and they never change: all
/// emulators of a process share them.
pub(crate) static CONTRACT: LazyLock<Contract> = LazyLock::new(Contract::read);

/// The operations of both descriptions.
#[derive(Debug)]
pub(crate) struct Contract {
    operations: HashMap<(Method, String), Operation>,
}

/// Paths that official clients call although no description lists them, each with the path whose
/// operation it repeats.
const UNDESCRIBED: [(&str, &str); 1] =
    [("/access/entra/:exchangeAccessToken", "/access/teamsExtension/:exchangeAccessToken")];

impl Contract {
    fn read() -> Self {
        let documents = Documents::read();
        let mut operations = HashMap::new();
        for (file, api) in [("chat.yaml", Api::Chat), ("identity.yaml", Api::Identity)] {
            for (method, path, place) in documents.operations(file) {
                let operation = Operation::read(&documents, &place, api);
                operations.insert((method, without_names(&path)), operation);
            }
        }
        Self { operations }
    }

    /// Finds an operation by its method and its path template, whatever the parameters in the
    /// template are called.
    pub fn operation(&self, method: &Method, template: &str) -> Option<&Operation> {
        let described = UNDESCRIBED
            .iter()
            .find_map(|(path, described)| (*path == template).then_some(*described))
            .unwrap_or(template);
        self.operations.get(&(method.clone(), without_names(described)))
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
