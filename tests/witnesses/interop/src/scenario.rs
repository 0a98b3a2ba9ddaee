//! The steps, as `scenario.yaml` has them.

use acs_chat_emulator::Rule;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// One call, the same for every client.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub name: String,
    pub call: String,
    #[serde(rename = "as")]
    caller: Option<Value>,
    #[serde(default = "no_arguments")]
    with: Value,
    #[serde(default)]
    pub saves: BTreeMap<String, String>,
    pub fails: Option<u16>,
    #[serde(default)]
    pub faults: Vec<Rule>,
    #[serde(default)]
    pub without: BTreeMap<String, String>,
}

/// An instruction to a driver: the call of a step, with the values of earlier steps in it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Call {
    pub call: String,
    #[serde(rename = "as", skip_serializing_if = "Option::is_none")]
    pub caller: Option<Value>,
    pub with: Value,
}

/// Values by the names under which steps saved them.
pub type Saved = BTreeMap<String, String>;

pub fn read(yaml: &str) -> Result<Vec<Step>, serde_yaml::Error> {
    serde_yaml::from_str(yaml)
}

/// The steps that a client can do.
pub fn for_client(steps: &[Step], client: &str) -> Vec<Step> {
    steps.iter().filter(|step| !step.without.contains_key(client)).cloned().collect()
}

impl Step {
    /// # Errors
    /// Returns an error if the call needs a value that no step saved, for example because that step failed.
    pub fn call(&self, saved: &Saved) -> Result<Call, String> {
        Ok(Call {
            call: self.call.clone(),
            caller: self.caller.as_ref().map(|caller| insert(caller, saved)).transpose()?,
            with: insert(&self.with, saved)?,
        })
    }
}

fn no_arguments() -> Value {
    Value::Object(serde_json::Map::new())
}

fn insert(value: &Value, saved: &Saved) -> Result<Value, String> {
    Ok(match value {
        Value::String(text) => match text.strip_prefix('$') {
            Some(name) => {
                saved.get(name).ok_or_else(|| format!("no step saved `{name}`"))?.as_str().into()
            }
            None => value.clone(),
        },
        Value::Array(items) => {
            items.iter().map(|item| insert(item, saved)).collect::<Result<_, _>>()?
        }
        Value::Object(entries) => entries
            .iter()
            .map(|(key, value)| Ok((key.clone(), insert(value, saved)?)))
            .collect::<Result<_, String>>()?,
        value => value.clone(),
    })
}
