//! What comes after a first response: further pages, and the result of what goes on.

use super::{
    Lowering,
    extensions::{self, MsLongRunning, MsPageable},
};
use crate::model::{
    description::{FinalState, LongRunning, Paging, Response, Type, TypeKind},
    source::Place,
};

impl Lowering<'_> {
    pub fn lower_paging(
        &mut self,
        place: &Place,
        operation: &openapiv3::Operation,
        success: &[Response],
    ) -> Option<Paging> {
        let pageable = operation.extensions.get("x-ms-pageable")?;
        let place = place.child("x-ms-pageable");
        let pageable: MsPageable = self.extension(&place, pageable)?;
        if pageable.operation_name.is_some() {
            self.refuse(&place, "`operationName`, a next page from another operation,");
        }
        let paging = Paging {
            items: pageable.item_name.unwrap_or_else(|| "value".to_owned()),
            next_link: pageable.next_link_name,
        };
        let mut bodies = success.iter().filter_map(|it| it.body.as_ref());
        let body = bodies.next();
        if bodies.any(|it| Some(it) != body) {
            self.refuse(&place, "a list with several kinds of responses");
            return None;
        }
        let name = body.and_then(Type::name);
        if !name.is_some_and(|name| self.is_page(name, &paging)) {
            self.no_page(&place, &paging);
            return None;
        }
        Some(paging)
    }

    /// Reports that the properties of a page are not there, or are elsewhere.
    fn no_page(&mut self, place: &Place, paging: &Paging) {
        let next_link = paging.next_link.as_deref().unwrap_or_default();
        if let Some(nested) = [&*paging.items, next_link].iter().find(|it| it.contains('.')) {
            self.refuse(place, &format!("{nested:?}, a property of a property,"));
            return;
        }
        let link = match &paging.next_link {
            Some(link) => format!(" and a text {link:?}"),
            None => String::new(),
        };
        let message = format!("the response is no object with an array {:?}{link}", paging.items);
        self.problem(place, message);
    }

    fn is_page(&self, name: &str, paging: &Paging) -> bool {
        let Some(Some(definition)) = self.types.get(name) else { return false };
        let TypeKind::Struct(it) = &definition.kind else { return false };
        let property = |name: &str| it.properties.iter().find(|it| it.name == name);
        let items = property(&paging.items).is_some_and(|it| matches!(it.ty, Type::Array(_)));
        let link = paging
            .next_link
            .as_deref()
            .is_none_or(|link| property(link).is_some_and(|it| matches!(it.ty, Type::String(_))));
        items && link
    }

    pub fn lower_long_running(
        &mut self,
        place: &Place,
        operation: &openapiv3::Operation,
        success: &[Response],
    ) -> Option<LongRunning> {
        const NAME: &str = "x-ms-long-running-operation";
        if !extensions::flag(&operation.extensions, NAME) {
            return None;
        }
        if operation.extensions.contains_key("x-ms-pageable") {
            self.refuse(place, "a long-running operation that lists");
        }
        let options = place.child("x-ms-long-running-operation-options");
        let options = match operation.extensions.get("x-ms-long-running-operation-options") {
            Some(value) => self.extension::<MsLongRunning>(&options, value)?,
            None => MsLongRunning::default(),
        };
        let final_state = match options.final_state_via.as_deref() {
            None => None,
            Some("azure-async-operation") => Some(FinalState::AzureAsyncOperation),
            Some("location") => Some(FinalState::Location),
            Some("operation-location") => Some(FinalState::OperationLocation),
            Some("original-uri") => Some(FinalState::OriginalUri),
            Some(other) => {
                self.refuse(place, &format!("the final state via {other:?}"));
                None
            }
        };
        let result =
            options.final_state_schema.and_then(|schema| self.final_schema(place, &schema));
        let result = LongRunning { final_state, result };
        let body = result.result.as_ref().or(success.iter().find_map(|it| it.body.as_ref()));
        if success.iter().any(|it| it.format.is_some()) {
            self.refuse(place, "a long-running operation whose result is not JSON");
        } else if body.is_some_and(Type::has_encoded) {
            self.refuse(place, "a long-running operation whose result is timestamps or bytes");
        }
        Some(result)
    }

    /// The schema that a text names, as it would be named in a `$ref`.
    fn final_schema(&mut self, place: &Place, schema: &str) -> Option<Type> {
        let schema = schema.replace("#/definitions/", "#/components/schemas/");
        self.follow(place, &schema).map(|place| self.lower_definition(&place))
    }

    /// An extension that is an object.
    fn extension<T: serde::de::DeserializeOwned>(
        &mut self,
        place: &Place,
        value: &serde_json::Value,
    ) -> Option<T> {
        serde_json::from_value(value.clone())
            .map_err(|error| self.problem(place, error.to_string()))
            .ok()
    }
}
