//! The `x-ms-` extensions that have a structure.

use serde::Deserialize;
use serde_json::Value;

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

/// `x-ms-long-running-operation-options`.
#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct MsLongRunning {
    pub final_state_via: Option<String>,
    pub final_state_schema: Option<String>,
}
