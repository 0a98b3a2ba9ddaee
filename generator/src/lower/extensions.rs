//! The `x-ms-` extensions that say something about clients.

use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::Value;

/// The extensions of one object.
pub type Extensions = IndexMap<String, Value>;

/// `x-ms-enum`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MsEnum {
    pub name: Option<String>,
    #[serde(default)]
    pub model_as_string: bool,
    #[serde(default)]
    pub values: Vec<MsEnumValue>,
}

/// A value of `x-ms-enum`.
#[derive(Deserialize)]
pub struct MsEnumValue {
    pub value: Value,
    pub name: Option<String>,
    pub description: Option<String>,
}

/// `x-ms-pageable`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MsPageable {
    pub item_name: Option<String>,
    pub next_link_name: Option<String>,
    pub operation_name: Option<String>,
}

/// `x-ms-long-running-operation-options`.
#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct MsLongRunning {
    pub final_state_via: Option<String>,
    pub final_state_schema: Option<String>,
}

/// An extension that is a text.
pub fn text(extensions: &Extensions, name: &str) -> Option<String> {
    extensions.get(name)?.as_str().map(str::to_owned)
}

/// An extension that is a yes or a no; absent is no.
pub fn flag(extensions: &Extensions, name: &str) -> bool {
    extensions.get(name).and_then(Value::as_bool).unwrap_or_default()
}
