//! Bodies of `application/x-www-form-urlencoded`.

use crate::runtime::{
    body::{Content, SerializedBody},
    call::unsendable,
    pipeline::{Operation, push_pair},
    query::{QueryValue, Text},
};
use azure_core::Result;

/// The fields of a form. Without fields there is no body.
#[derive(Clone, Default)]
pub(crate) struct Form {
    fields: Vec<(&'static str, Vec<Text>)>,
}

#[allow(dead_code, reason = "a form does not have every kind of field")]
impl Form {
    /// Sets a field. Replaces an earlier value.
    pub fn field(&mut self, name: &'static str, value: impl QueryValue) {
        self.each(name, [value]);
    }

    /// Sets a field to JSON.
    pub fn json(&mut self, name: &'static str, value: impl QueryValue) {
        self.field(name, value);
    }

    /// Sets a field to several values: one pair each.
    pub fn each(&mut self, name: &'static str, values: impl IntoIterator<Item = impl QueryValue>) {
        self.fields.retain(|field| field.0 != name);
        self.fields.push((name, values.into_iter().map(QueryValue::to_query).collect()));
    }
}

impl Content for Form {
    fn write(self, operation: &Operation) -> Result<Option<SerializedBody>> {
        let mut text = String::new();
        for (name, values) in &self.fields {
            for value in values {
                let value = value.as_deref().map_err(|it| unsendable(operation, name, it))?;
                if !text.is_empty() {
                    text.push('&');
                }
                push_pair(&mut text, name, value);
            }
        }
        let written = || (text.into(), "application/x-www-form-urlencoded".into());
        Ok((!self.fields.is_empty()).then(written))
    }
}
