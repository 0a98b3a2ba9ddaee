//! Endpoints: their docs, and complete URLs in a description.

use super::docs;
use crate::model::description::{Endpoint, EndpointVariable};

/// The URL of the description with the defaults of its variables, if that is a complete URL.
pub fn default(endpoint: &Endpoint) -> Option<String> {
    let url = endpoint.variables.iter().try_fold(endpoint.url.clone(), |url, it| {
        Some(url.replace(&format!("{{{}}}", it.name), it.default.as_ref()?))
    })?;
    (url.contains("://") && !url.contains('{')).then_some(url)
}

/// The docs of the endpoint.
pub fn docs(endpoint: &Endpoint) -> String {
    match &endpoint.variables[..] {
        [only] if endpoint.url == format!("{{{}}}", only.name) => {
            docs::markdown_or(only.docs.as_deref(), || "The address of the service.".to_owned())
        }
        [] => "The address of the service.".to_owned(),
        several => {
            let variables = several.iter().map(variable).collect::<String>();
            format!("The address of the service: `{}`.{variables}", endpoint.url)
        }
    }
}

/// The docs of a variable as an item of a list, or an empty string without docs.
fn variable(it: &EndpointVariable) -> String {
    let words = it.docs.as_deref().map(docs::markdown).unwrap_or_default();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let values: Vec<String> = it.values.iter().map(|it| format!("`{it}`")).collect();
    let values = match values.is_empty() {
        true => String::new(),
        false => format!(" One of {}.", values.join(", ")),
    };
    let default = it.default.as_ref().map(|it| format!(" By default `{it}`.")).unwrap_or_default();
    match format!("{words}{values}{default}").trim() {
        "" => String::new(),
        text => format!("\n- `{}`: {text}", it.name),
    }
}
