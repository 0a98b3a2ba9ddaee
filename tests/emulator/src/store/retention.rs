//! When a thread is deleted on its own.

use crate::{clock::Timestamp, failure::Failure};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::time::Duration;

const DAY: u64 = 24 * 60 * 60;

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Retention {
    None,
    DaysAfterCreation(u64),
}

impl Retention {
    /// Reads a `ChatRetentionPolicy`. `null` and an absent one mean that none is set.
    pub fn read(policy: &Value) -> Result<Option<Self>, Failure> {
        match policy["kind"].as_str() {
            None => Ok(None),
            Some("none") => Ok(Some(Self::None)),
            Some(_) => match policy["deleteThreadAfterDays"].as_u64() {
                Some(days @ 1..) => Ok(Some(Self::DaysAfterCreation(days))),
                _ => Err(Failure::bad_request(
                    "retentionPolicy",
                    "deleteThreadAfterDays has to be a positive number.",
                )),
            },
        }
    }

    pub fn end(self, created_on: Timestamp) -> Option<Timestamp> {
        match self {
            Self::None => None,
            Self::DaysAfterCreation(days) => {
                Some(created_on.plus(Duration::from_secs(days.saturating_mul(DAY))))
            }
        }
    }

    pub fn to_json(self) -> Value {
        match self {
            Self::None => json!({ "kind": "none" }),
            Self::DaysAfterCreation(days) => {
                json!({ "kind": "threadCreationDate", "deleteThreadAfterDays": days })
            }
        }
    }
}
