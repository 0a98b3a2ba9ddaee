//! Operations that continue after their first response (`x-ms-long-running-operation`).

use super::{Lowering, extensions::MsLongRunning};
use crate::{
    model::{
        description::{FinalState, LongRunning, Response, Type},
        source::Place,
    },
    read::Node,
};
use serde::Deserialize;

impl<'a> Lowering<'a> {
    pub fn lower_long_running(
        &mut self,
        operation: &Node<'a>,
        success: &[Response],
    ) -> Option<LongRunning> {
        if !operation.flag("x-ms-long-running-operation") {
            return None;
        }
        let place = &operation.place;
        let options = match operation.get("x-ms-long-running-operation-options") {
            Some(extension) => MsLongRunning::deserialize(extension.value)
                .map_err(|error| self.problem(&extension.place, error.to_string()))
                .ok()?,
            None => MsLongRunning::default(),
        };
        let final_state = match options.final_state_via.as_deref() {
            None => None,
            Some("azure-async-operation") => Some(FinalState::AzureAsyncOperation),
            Some("location") => Some(FinalState::Location),
            Some("operation-location") => Some(FinalState::OperationLocation),
            Some("original-uri") => Some(FinalState::OriginalUri),
            Some(other) => {
                self.refuse(place, &format!("the `final-state-via` {other:?}"));
                None
            }
        };
        let schema = options.final_state_schema;
        let result = schema.and_then(|schema| self.final_schema(place, &schema));
        let body = result.as_ref().or(success.iter().find_map(|it| it.body.as_ref()));
        if success.iter().any(|it| it.format.is_some()) {
            self.refuse(place, "a long-running operation whose result is not JSON");
        } else if body.is_some_and(Type::has_encoded) {
            self.refuse(place, "a long-running operation whose result is timestamps or bytes");
        }
        Some(LongRunning { final_state, result })
    }

    /// The type of `final-state-schema`, which names a schema as a `$ref` does.
    fn final_schema(&mut self, place: &Place, reference: &str) -> Option<Type> {
        let reference = reference.replace("#/definitions/", "#/components/schemas/");
        self.follow(place, &reference).map(|schema| self.lower_definition(&schema))
    }
}
