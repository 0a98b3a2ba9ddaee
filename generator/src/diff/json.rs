//! A report for tools.
//!
//! One JSON object. Later versions may add keys, and values of `aspect` and `kind`. Any other
//! change increases `schema`.
//!
//! ```json
//! {
//!   "schema": 1,
//!   "old": "HEAD~1:library.yaml",        // as it was given
//!   "new": "library.yaml",
//!   "verdict": "major",                  // or "minor", "patch", or null when nothing has changed
//!   "changes": [{                        // the most serious first
//!     "level": "major",
//!     "what": "changed",                 // or "added", "removed", or "renamed", which is a guess
//!     "kind": "property",                // see element::Kind
//!     "within": ["Book"],                // the elements around it, the outermost first
//!     "old": {                           // null when it is new
//!       "name": "pages",
//!       "file": "HEAD~1:library.yaml", "line": 12, "column": 9,
//!       "pointer": "/components/schemas/Book/properties/pages",
//!       "rust": "field `pages: Option<i32>`"
//!     },
//!     "new": { … },                      // null when it is gone
//!     "built": "they use the old form, and may fail at the new one",  // clients built already
//!     "aspects": [{                      // if it has "changed" or is "renamed"
//!       "aspect": "type",                // see element::Aspect
//!       "level": "major",
//!       "said": { "old": "int32", "new": "string" },
//!       "rust": { "old": "`Option<i32>`", "new": "`Option<String>`" }
//!     }]
//!   }]
//! }
//! ```

use super::report::Report;
use serde::Serialize;

#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    #[serde(flatten)]
    report: &'a Report,
}

pub fn json(report: &Report) -> String {
    let document = Document { schema: 1, report };
    let text = serde_json::to_string_pretty(&document).expect("a report is text and numbers");
    format!("{text}\n")
}
